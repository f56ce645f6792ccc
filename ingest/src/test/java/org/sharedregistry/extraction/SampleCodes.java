package org.sharedregistry.extraction;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Codes as ZXing writes them, on sheets of A4 at 150 dots an inch. */
final class SampleCodes {

    private final BufferedImage sheet;

    private SampleCodes(BufferedImage sheet) {
        this.sheet = sheet;
    }

    static SampleCodes on(String line) {
        return new SampleCodes(SampleFiles.sheet(line, 200, 500));
    }

    /** @param left of the sheet's 1240 pixels, likewise the others of its 1754 */
    SampleCodes with(BarcodeFormat format, String text, int left, int top, int width, int height) {
        BitMatrix code = matrix(format, text, width, height);
        double columns = (double) width / code.getWidth();
        double rows = (double) height / code.getHeight();
        Graphics2D paper = sheet.createGraphics();
        paper.setColor(Color.BLACK);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    paper.fill(new Rectangle2D.Double(left + x * columns, top + y * rows, columns, rows));
                }
            }
        }
        paper.dispose();
        return this;
    }

    BufferedImage sheet() {
        return sheet;
    }

    /** Turned about its middle, on a sheet on which all of it has room. */
    BufferedImage turned(double degrees) {
        double radians = Math.toRadians(degrees);
        double sine = Math.abs(Math.sin(radians));
        double cosine = Math.abs(Math.cos(radians));
        BufferedImage turned = new BufferedImage(
                (int) (sheet.getWidth() * cosine + sheet.getHeight() * sine),
                (int) (sheet.getWidth() * sine + sheet.getHeight() * cosine),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D paper = turned.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        paper.rotate(radians);
        paper.drawImage(sheet, -sheet.getWidth() / 2, -sheet.getHeight() / 2, null);
        paper.dispose();
        return turned;
    }

    /** Grey paper, grey ink, and grain over both. */
    BufferedImage faded() {
        Random random = new Random(1);
        BufferedImage faded = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < sheet.getHeight(); y++) {
            for (int x = 0; x < sheet.getWidth(); x++) {
                int grey = 60 + (sheet.getRGB(x, y) & 0xFF) * 5 / 8 + (int) (random.nextGaussian() * 10);
                faded.getRaster().setSample(x, y, 0, Math.min(Math.max(grey, 0), 255));
            }
        }
        return faded;
    }

    /** The code alone, a pixel a module, without an edge. */
    static BufferedImage bare(BarcodeFormat format, String text) {
        BitMatrix code = matrix(format, text, 0, 0);
        BufferedImage bare = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                bare.getRaster().setSample(x, y, 0, code.get(x, y) ? 0 : 255);
            }
        }
        return bare;
    }

    /** A PDF to whose first page the picture is added, in points from its lower left corner. */
    static Path added(Path pdf, BufferedImage picture, float left, float bottom, float side) {
        Path with = pdf.resolveSibling("with-code.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            try (PDPageContentStream content =
                    new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, false)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), left, bottom, side, side);
            }
            document.save(with.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with;
    }

    private static BitMatrix matrix(BarcodeFormat format, String text, int width, int height) {
        boolean square = format == BarcodeFormat.DATA_MATRIX;
        try {
            return new MultiFormatWriter()
                    .encode(
                            text,
                            format,
                            square ? 0 : width,
                            square ? 0 : height,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.GS1_FORMAT,
                                    square,
                                    EncodeHintType.DATA_MATRIX_COMPACT,
                                    true));
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
