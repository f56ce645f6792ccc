package org.sharedregistry.extraction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;

/** Recognises the words on pages that are pictures. Runs in a parser process. */
final class PictureReader {

    private static final float DOTS_PER_INCH = 300;
    private static final float POINTS_PER_INCH = 72;

    Extraction read(Path file, SortedSet<Integer> numbers, Limits limits, Consumer<ExtractedPage> pages) {
        try {
            return isPdf(file) ? draw(file, numbers, pages, limits) : read(file, numbers, pages, limits);
        } catch (IOException e) {
            return new Failed(Reason.DAMAGED, "A picture in the file cannot be read.");
        } catch (PictureTooLarge e) {
            return new Failed(Reason.TOO_LARGE, "A picture has too many pixels. Scan it at 300 dpi.");
        }
    }

    /** Which of some pages of a PDF draw anything at all. */
    static List<Integer> drawnPages(Path file, List<Integer> numbers) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return numbers.stream()
                    .filter(number -> number <= document.getNumberOfPages())
                    .filter(number -> document.getPage(number - 1).hasContents())
                    .toList();
        } catch (IOException e) {
            // Its text could be read but its pages cannot be drawn, so there is nothing to recognise.
            return List.of();
        }
    }

    /** How many pictures a file holds: several only in a TIFF. */
    static int countPictures(Path file, String mediaType) throws IOException {
        if (!mediaType.equals("image/tiff")) {
            return 1;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
            try {
                reader.setInput(in);
                return reader.getNumImages(true);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Extraction draw(Path file, SortedSet<Integer> numbers, Consumer<ExtractedPage> pages, Limits limits)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int number : numbers) {
                Path picture = Files.createTempFile("page-", ".png");
                try {
                    draw(document, renderer, number, limits.maxPixels(), picture);
                    pages.accept(Tesseract.read(picture, 1, number, limits.languages()));
                } finally {
                    Files.delete(picture);
                }
            }
            return new Finished("application/pdf", document.getNumberOfPages(), Map.of());
        }
    }

    private static void draw(PDDocument document, PDFRenderer renderer, int number, long maxPixels, Path picture)
            throws IOException {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        double inches = (double) box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        double finest = Math.sqrt(maxPixels / Math.max(inches, 1e-6));
        float resolution = (float) Math.min(DOTS_PER_INCH, finest);
        BufferedImage image = renderer.renderImageWithDPI(number - 1, resolution, ImageType.GRAY);
        ImageIO.write(image, "png", picture.toFile());
    }

    private static Extraction read(Path file, SortedSet<Integer> numbers, Consumer<ExtractedPage> pages, Limits limits)
            throws IOException {
        requireFewPixels(file, limits.maxPixels());
        for (int number : numbers) {
            pages.accept(Tesseract.read(file, number, number, limits.languages()));
        }
        return new Finished("image/*", numbers.size(), Map.of());
    }

    /** Looks at the header alone; a format that this JVM does not know is left to the bounds of the recogniser. */
    private static void requireFewPixels(Path file, long maxPixels) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > maxPixels) {
                    throw new PictureTooLarge();
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    private static final class PictureTooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
