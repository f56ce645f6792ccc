package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.sharedregistry.extraction.ExtractedPage.Code;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;
import org.springframework.util.FileSystemUtils;

/** Recognises the words on pages that are pictures, and reads the codes on them. Runs in a parser process. */
final class PictureReader {

    private final Detector detector;

    PictureReader(Detector detector) {
        this.detector = detector;
        OpenJpegReader.registerWhereInstalled();
    }

    Extraction read(Path file, List<Integer> numbers, Limits limits, Consumer<ExtractedPage> pages) {
        try {
            Path folder = Files.createTempDirectory("pictures-");
            try {
                return read(file, folder, numbers, limits, pages);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (Unreadable e) {
            return e.failed();
        } catch (IOException | RuntimeException e) {
            return new Failed(Reason.DAMAGED, "A picture in the file cannot be read.");
        }
    }

    private Extraction read(Path file, Path folder, List<Integer> numbers, Limits limits, Consumer<ExtractedPage> pages)
            throws IOException {
        String mediaType = mediaType(file);
        PageRecogniser recogniser = new PageRecogniser(folder, limits);
        if (FileType.of(mediaType) == FileType.PDF) {
            return drawAndRead(file, numbers, limits.maxPixels(), recogniser, pages);
        }
        PictureFile pictures = new PictureFile(file, mediaType);
        for (int number : numbers) {
            ScannedPicture picture = pictures.picture(number, folder, limits);
            pages.accept(
                    picture.holdsWords()
                            ? recogniser.read(picture).page(number).with(codes(picture))
                            : Recognised.NOTHING.page(number));
        }
        return new Finished(mediaType, pictures.count(limits), Map.of());
    }

    private static List<Code> codes(ScannedPicture picture) {
        try {
            return Codes.in(picture.within(Codes.MOST_PIXELS).fitted());
        } catch (IOException | RuntimeException e) {
            // Tesseract reads pictures of which Java knows no more than the size.
            return List.of();
        }
    }

    private String mediaType(Path file) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static Extraction drawAndRead(
            Path file, List<Integer> numbers, long maxPixels, PageRecogniser recogniser, Consumer<ExtractedPage> pages)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PdfPainter painter = new PdfPainter(document);
            for (int number : numbers) {
                BufferedImage drawn = painter.page(number, maxPixels);
                ExtractedPage page = recogniser.read(drawn).page(number).with(Codes.in(drawn));
                if (page.words().isEmpty() && page.codes().isEmpty() && painter.leftPicturesOut()) {
                    throw new IOException("Page " + number + " is empty because its pictures are damaged");
                }
                pages.accept(PdfPages.withItsText(document, page));
            }
            return new Finished("application/pdf", document.getNumberOfPages(), Map.of());
        }
    }
}
