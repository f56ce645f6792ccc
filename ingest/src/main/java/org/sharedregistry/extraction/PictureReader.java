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
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;
import org.springframework.util.FileSystemUtils;

/** Recognises the words on pages that are pictures. Runs in a parser process. */
final class PictureReader {

    private static final float DOTS_PER_INCH = 300;
    private static final float POINTS_PER_INCH = 72;

    private final Detector detector;

    PictureReader(Detector detector) {
        this.detector = detector;
    }

    Extraction read(Path file, List<Integer> numbers, Limits limits, Consumer<ExtractedPage> pages) {
        try {
            Path folder = Files.createTempDirectory("pictures-");
            try {
                return read(file, folder, numbers, limits, pages);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (PictureRefused e) {
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
                    picture.holdsWords() ? recogniser.read(picture).page(number) : Recognised.NOTHING.page(number));
        }
        return new Finished(mediaType, pictures.count(limits), Map.of());
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
            for (int number : numbers) {
                Recognised words = recogniser.read(drawn(document, number, maxPixels));
                pages.accept(PdfPages.withItsText(document, words.page(number)));
            }
            return new Finished("application/pdf", document.getNumberOfPages(), Map.of());
        }
    }

    private static BufferedImage drawn(PDDocument document, int number, long maxPixels) throws IOException {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        double inches = (double) box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        double finest = Math.sqrt(maxPixels / Math.max(inches, 1e-6));
        float resolution = (float) Math.min(DOTS_PER_INCH, finest);
        return new PdfPainter(document).renderImageWithDPI(number - 1, resolution, ImageType.GRAY);
    }
}
