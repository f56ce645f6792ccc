package org.sharedregistry.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Turns a printed document into pictures of its pages, as a copier would: text that only OCR can read. */
public final class Copier {

    private static final int GREY_DPI = 150;
    private static final int BLACK_AND_WHITE_DPI = 200;

    private Copier() {}

    /** The first page of a PDF, clean. */
    public static byte[] png(byte[] pdf) throws IOException {
        return encode("png", "", 0, pages(pdf, GREY_DPI, ImageType.GRAY).subList(0, 1));
    }

    /** The first page in colours, as it lies on the glass. */
    public static BufferedImage picture(byte[] pdf, int dpi) throws IOException {
        return pages(pdf, dpi, ImageType.RGB).get(0);
    }

    public static byte[] png(BufferedImage page) throws IOException {
        return encode("png", "", 0, List.of(page));
    }

    /** @param quality up to 1 */
    public static byte[] jpeg(BufferedImage page, double quality) throws IOException {
        return encode("jpeg", "JPEG", (float) quality, List.of(page));
    }

    /** The first page, laid on the glass a little askew, with the noise of an old copier. */
    static byte[] jpeg(byte[] pdf) throws IOException {
        BufferedImage page = pages(pdf, GREY_DPI, ImageType.GRAY).get(0);
        return encode("jpeg", "JPEG", 0.5f, List.of(worn(page, Math.toRadians(1.4))));
    }

    /** Two pages in black and white, as faxed. */
    static byte[] tiff(byte[] pdf) throws IOException {
        List<BufferedImage> pages = pages(pdf, BLACK_AND_WHITE_DPI, ImageType.BINARY);
        return encode("tiff", "CCITT T.6", 0, pages.subList(0, 2));
    }

    /** All pages as a PDF without a text layer. */
    static byte[] pdf(byte[] pdf, String title) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) title.hashCode());
            for (BufferedImage picture : pages(pdf, BLACK_AND_WHITE_DPI, ImageType.BINARY)) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDImageXObject image = CCITTFactory.createFromImage(document, picture);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static List<BufferedImage> pages(byte[] pdf, int dpi, ImageType type) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(renderer.renderImageWithDPI(i, dpi, type));
            }
            return pages;
        }
    }

    private static BufferedImage worn(BufferedImage page, double angle) {
        BufferedImage worn = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = worn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, worn.getWidth(), worn.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(angle, worn.getWidth() / 2.0, worn.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        Random random = new Random(1);
        WritableRaster raster = worn.getRaster();
        for (int y = 0; y < worn.getHeight(); y++) {
            for (int x = 0; x < worn.getWidth(); x++) {
                double shade = 14.0 * x / worn.getWidth(); // the lamp is weaker on the right
                double grey = raster.getSample(x, y, 0) * 0.9 + 20 - shade + random.nextGaussian() * 7;
                raster.setSample(x, y, 0, (int) Math.max(0, Math.min(255, grey)));
            }
        }
        return worn;
    }

    /** Encodes pages; an empty compression or a quality of 0 leaves that to the format. */
    private static byte[] encode(String format, String compression, float quality, List<BufferedImage> pages)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(pages.get(0)), format)
                .next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        if (!compression.isEmpty()) {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(compression);
        }
        if (quality > 0) {
            settings.setCompressionQuality(quality);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            if (pages.size() == 1) {
                writer.write(null, new IIOImage(pages.get(0), null, null), settings);
            } else {
                writer.prepareWriteSequence(null);
                for (BufferedImage page : pages) {
                    writer.writeToSequence(new IIOImage(page, null, null), settings);
                }
                writer.endWriteSequence();
            }
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
