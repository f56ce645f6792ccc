package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
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
            String mediaType = mediaType(file);
            return FileType.of(mediaType) == FileType.PDF
                    ? drawAndRead(file, numbers, limits, pages)
                    : read(file, mediaType, numbers, limits, pages);
        } catch (PdfPainter.MissingDecoder e) {
            return new Failed(
                    Reason.UNSUPPORTED, "A picture in the file is compressed in a way that is not read here.");
        } catch (IOException | RuntimeException e) {
            return new Failed(Reason.DAMAGED, "A picture in the file cannot be read.");
        }
    }

    private String mediaType(Path file) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    private static Extraction drawAndRead(
            Path file, List<Integer> numbers, Limits limits, Consumer<ExtractedPage> pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int number : numbers) {
                Path picture = Files.createTempFile("page-", ".png");
                try {
                    ImageIO.write(drawn(document, number, limits.maxPixels()), "png", picture.toFile());
                    pages.accept(Tesseract.read(picture, 1, number, limits));
                } finally {
                    Files.delete(picture);
                }
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

    private static Extraction read(
            Path file, String mediaType, List<Integer> numbers, Limits limits, Consumer<ExtractedPage> pages)
            throws IOException {
        for (int number : numbers) {
            ScannedPicture picture = ScannedPicture.of(file, mediaType, number, limits.maxPixels());
            if (picture.isFitAsItIs()) {
                pages.accept(Tesseract.read(file, number, number, limits));
                continue;
            }
            Path fitting = Files.createTempFile("page-", ".png");
            try {
                ImageIO.write(picture.fitted(), "png", fitting.toFile());
                pages.accept(Tesseract.read(fitting, 1, number, limits));
            } finally {
                Files.delete(fitting);
            }
        }
        return new Finished(mediaType, ScannedPicture.count(file, mediaType), Map.of());
    }
}
