package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pictures in the formats that scanners, telephones and attackers make, made on the spot. */
record SamplePictures(Path folder) {

    /** One picture as a TIFF compressed by a method that Java names so. */
    Path tiff(BufferedImage picture, String compression) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        Path file = folder.resolve("compressed.tiff");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** A JPEG of cyan, magenta, yellow and black, as a printing house sends it. */
    Path cmykJpeg(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        WritableRaster inks = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inks.setSample(x, y, 3, 255 - (picture.getRGB(x, y) & 0xFF));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Path file = folder.resolve("cmyk.jpg");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** The same picture with other pixels: of 1 bit, of a palette, of 16 bits. */
    static BufferedImage as(int type, BufferedImage picture) {
        BufferedImage other = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D paper = other.createGraphics();
        paper.drawImage(picture, 0, 0, null);
        paper.dispose();
        return other;
    }

    /** What a program makes of a picture: {@code {in}} and {@code {out}} stand for the files. */
    Path converted(BufferedImage picture, String ending, String... command) {
        Path in = new SampleFiles(folder).picture("png", picture);
        Path out = folder.resolve("converted." + ending);
        List<String> filled = List.of(command).stream()
                .map(part -> part.equals("{in}") ? in.toString() : part.equals("{out}") ? out.toString() : part)
                .toList();
        try {
            Process process = new ProcessBuilder(filled)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(filled + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tests need " + command[0] + ": see verify.sh", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return out;
    }

    /** A page that is one picture, packed as it is in a file. */
    Path pdf(Path packed, COSName filter, int width, int height) {
        return pdf(document ->
                new PDImageXObject(document, bytes(packed), filter, width, height, 8, PDDeviceGray.INSTANCE));
    }

    /** A page that is one picture in JBIG2: a page, and on it one region that is packed like a fax. */
    Path pdfWithJbig2(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return pdf(document -> {
            PDImageXObject fax = CCITTFactory.createFromImage(document, as(BufferedImage.TYPE_BYTE_BINARY, picture));
            byte[] packed = fax.getCOSObject().createRawInputStream().readAllBytes();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            segment(out, 0, 48, 19);
            out.writeInt(width);
            out.writeInt(height);
            out.writeLong(0);
            out.write(new byte[3]);
            segment(out, 1, 38, 18 + packed.length);
            out.writeInt(width);
            out.writeInt(height);
            out.writeLong(0);
            out.write(0);
            out.write(1);
            out.write(packed);
            return new PDImageXObject(
                    document,
                    new ByteArrayInputStream(bytes.toByteArray()),
                    COSName.JBIG2_DECODE,
                    width,
                    height,
                    1,
                    PDDeviceGray.INSTANCE);
        });
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.write(type);
        out.write(0);
        out.write(1);
        out.writeInt(length);
    }

    /** A scan over the whole page, and over it text that a program put there. */
    Path stampedPdf(BufferedImage scan, String stamp) {
        return pdf(document -> LosslessFactory.createFromImage(document, scan), stamp);
    }

    private Path pdf(Maker picture) {
        return pdf(picture, "");
    }

    private Path pdf(Maker picture, String text) {
        Path file = folder.resolve("picture.pdf");
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = picture.make(document);
            float height = PDRectangle.A4.getWidth() * image.getHeight() / image.getWidth();
            PDPage page = new PDPage(new PDRectangle(PDRectangle.A4.getWidth(), height));
            document.addPage(page);
            PDType0Font font = PDType0Font.load(document, SampleFiles.class.getResourceAsStream(SampleFiles.FONT));
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), height);
                content.beginText();
                content.setFont(font, 8);
                content.setLeading(10);
                content.newLineAtOffset(40, 400);
                for (String line : text.split("\n", -1)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Shapes and noise, and no word: what a machine looks like to a recogniser. */
    static BufferedImage photographOfAMachine() {
        BufferedImage picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D scene = picture.createGraphics();
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            scene.setColor(new Color(random.nextInt(0x1000000)));
            int size = 5 + random.nextInt(60);
            if (i % 2 == 0) {
                scene.fillOval(random.nextInt(1200), random.nextInt(900), size, size);
            } else {
                scene.drawRect(random.nextInt(1200), random.nextInt(900), size, size / 2);
            }
        }
        scene.dispose();
        return picture;
    }

    /** A PNG in black of so many pixels, a thousandth of that in bytes. */
    Path png(int width, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(0x89504E470D0A1A0AL);
            chunk(
                    out,
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put((byte) 1)
                            .array());
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DeflaterOutputStream rows =
                    new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
                byte[] row = new byte[1 + (width + 7) / 8];
                for (int y = 0; y < Math.min(height, 20_000); y++) {
                    rows.write(row);
                }
            }
            chunk(out, "IDAT", packed.toByteArray());
            chunk(out, "IEND");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleFiles(folder).bytes("black.png", bytes.toByteArray());
    }

    private static void chunk(DataOutputStream out, String type, byte... data) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(US_ASCII));
        sum.update(data);
        out.writeInt(data.length);
        out.write(type.getBytes(US_ASCII));
        out.write(data);
        out.writeInt((int) sum.getValue());
    }

    /**
     * A TIFF of many pictures of one pixel.
     *
     * @param last where the last directory leads: 0 to the end, or to the one with that number
     */
    Path tiffOfDots(int pictures, int last) {
        int length = 2 + 9 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(10 + pictures * length);
        tiff.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(10).putShort((short) 0);
        for (int i = 1; i <= pictures; i++) {
            tiff.putShort((short) 9);
            int[][] entries = {{256, 1}, {257, 1}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, 1}, {279, 1}
            };
            for (int[] entry : entries) {
                tiff.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
            }
            tiff.putInt(i < pictures ? 10 + i * length : last == 0 ? 0 : 10 + (last - 1) * length);
        }
        return new SampleFiles(folder).bytes("dots.tiff", tiff.array());
    }

    private static InputStream bytes(Path file) {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Maker {
        PDImageXObject make(PDDocument document) throws IOException;
    }
}
