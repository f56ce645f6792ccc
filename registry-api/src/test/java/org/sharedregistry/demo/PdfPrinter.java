package org.sharedregistry.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Prints papers as PDF with a text layer, and makes scans of them. */
final class PdfPrinter {

    private static final float MARGIN = 56;
    private static final float SIZE = 11;
    private static final float LEADING = 16;

    private PdfPrinter() {}

    static byte[] print(Paper paper) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            PDFont font = font(document);
            for (List<String> lines : paper.pages()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    frame(out);
                    write(out, font, lines);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** The pages as a scanner gives them: grey, a little askew, with specks. */
    static List<BufferedImage> scan(byte[] pdf, double degrees, int specks) throws IOException {
        List<BufferedImage> scans = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                scans.add(spoiled(renderer.renderImageWithDPI(i, 170, ImageType.GRAY), degrees, specks));
            }
        }
        return scans;
    }

    /** A PDF that holds nothing but pictures. */
    static byte[] printPictures(List<BufferedImage> pictures) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(2L);
            for (BufferedImage picture : pictures) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDImageXObject image = JPEGFactory.createFromImage(document, picture, 0.55f);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static BufferedImage spoiled(BufferedImage page, double degrees, int specks) {
        BufferedImage scan = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = scan.createGraphics();
        graphics.setColor(new Color(244, 244, 244));
        graphics.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        graphics.drawImage(page, 0, 0, null);
        graphics.dispose();
        Random random = new Random(7);
        for (int i = 0; i < specks; i++) {
            scan.setRGB(random.nextInt(scan.getWidth()), random.nextInt(scan.getHeight()), Color.DARK_GRAY.getRGB());
        }
        return scan;
    }

    private static void frame(PDPageContentStream out) throws IOException {
        out.setLineWidth(0.8f);
        out.addRect(36, 36, PDRectangle.A4.getWidth() - 72, PDRectangle.A4.getHeight() - 72);
        out.stroke();
    }

    private static void write(PDPageContentStream out, PDFont font, List<String> lines) throws IOException {
        float y = PDRectangle.A4.getHeight() - MARGIN - 10;
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        for (String line : lines) {
            boolean heading = line.startsWith("#");
            float size = heading ? 14 : SIZE;
            String text = heading ? line.substring(1).strip() : line;
            String[] cells = text.split("\t", -1);
            if (cells.length > 1) {
                for (int i = 0; i < cells.length; i++) {
                    show(out, font, size, MARGIN + i * width / cells.length, y, cells[i]);
                }
                y -= LEADING;
                continue;
            }
            for (String piece : wrapped(font, size, width, text)) {
                float x = heading ? MARGIN + (width - font.getStringWidth(piece) / 1000 * size) / 2 : MARGIN;
                show(out, font, size, x, y, piece);
                y -= heading ? LEADING * 1.4f : LEADING;
            }
        }
    }

    private static void show(PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }

    private static List<String> wrapped(PDFont font, float size, float width, String text) throws IOException {
        List<String> pieces = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.length() == 0 ? word : line + " " + word;
            if (font.getStringWidth(longer) / 1000 * size > width && line.length() > 0) {
                pieces.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        pieces.add(line.toString());
        return pieces;
    }

    /** Liberation Sans comes with PDFBox and has the letters of all three languages. */
    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(in), true);
        }
    }
}
