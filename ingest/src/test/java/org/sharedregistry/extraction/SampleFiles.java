package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as manufacturers send them, made on the spot. */
record SampleFiles(Path folder) {

    static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String LETTER_BEGINS =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final String PARAGRAPH_BEGINS = "<w:p><w:r><w:t>";
    private static final String PARAGRAPH_ENDS = "</w:t></w:r></w:p>";
    private static final String LETTER_ENDS = "</w:body></w:document>";

    /** More than deflate looks back, so that repeating a block of random letters packs no better. */
    private static final int BLOCK = 1 << 16;

    /** A page for each text: written out, or empty where the text is. */
    Path pdf(String... texts) {
        return lockedPdf("", "", texts);
    }

    Path lockedPdf(String ownerPassword, String userPassword, String... texts) {
        return write("written.pdf", out -> {
            try (PDDocument document = new PDDocument()) {
                PDType0Font font = PDType0Font.load(document, SampleFiles.class.getResourceAsStream(FONT));
                for (String text : texts) {
                    PDPage page = new PDPage(PDRectangle.A4);
                    document.addPage(page);
                    if (!text.isEmpty()) {
                        write(document, page, font, text);
                    }
                }
                if (!ownerPassword.isEmpty()) {
                    AccessPermission nothing = new AccessPermission();
                    nothing.setCanExtractContent(false);
                    document.protect(new StandardProtectionPolicy(ownerPassword, userPassword, nothing));
                }
                document.save(out);
            }
        });
    }

    Path pdfWithAttachment(String text, String name, byte... attachment) {
        Path plain = pdf(text);
        return write("attached.pdf", out -> {
            try (PDDocument document = Loader.loadPDF(plain.toFile())) {
                PDComplexFileSpecification specification = new PDComplexFileSpecification();
                specification.setFile(name);
                specification.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(attachment)));
                PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
                tree.setNames(Map.of(name, specification));
                PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                names.setEmbeddedFiles(tree);
                document.getDocumentCatalog().setNames(names);
                document.save(out);
            }
        });
    }

    private static void write(PDDocument document, PDPage page, PDType0Font font, String text) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.setLeading(16);
            content.newLineAtOffset(60, 780);
            for (String line : text.split("\n", -1)) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /** A written first page, and behind it a page for each picture. */
    Path scannedPdf(String first, BufferedImage... pictures) {
        return write("scanned.pdf", out -> {
            try (PDDocument document = new PDDocument()) {
                PDType0Font font = PDType0Font.load(document, SampleFiles.class.getResourceAsStream(FONT));
                PDPage written = new PDPage(PDRectangle.A4);
                document.addPage(written);
                write(document, written, font, first);
                for (BufferedImage picture : pictures) {
                    PDPage page = new PDPage(PDRectangle.A4);
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.drawImage(
                                LosslessFactory.createFromImage(document, picture),
                                0,
                                0,
                                page.getMediaBox().getWidth(),
                                page.getMediaBox().getHeight());
                    }
                }
                document.save(out);
            }
        });
    }

    /** Sheet by sheet: its name, then its only cell. */
    Path workbook(String... namesAndCells) {
        return write("workbook.xlsx", out -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                for (int i = 0; i < namesAndCells.length; i += 2) {
                    workbook.createSheet(namesAndCells[i])
                            .createRow(0)
                            .createCell(0)
                            .setCellValue(namesAndCells[i + 1]);
                }
                workbook.write(out);
            }
        });
    }

    /** Slide by slide: its text, then its notes. */
    Path slides(String... textsAndNotes) {
        return write("slides.pptx", out -> {
            try (XMLSlideShow show = new XMLSlideShow()) {
                for (int i = 0; i < textsAndNotes.length; i += 2) {
                    XSLFSlide slide = show.createSlide();
                    slide.createTextBox().setText(textsAndNotes[i]);
                    show.getNotesSlide(slide).getPlaceholder(1).setText(textsAndNotes[i + 1]);
                }
                show.write(out);
            }
        });
    }

    Path letter(String text) {
        return write("letter.docx", out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.write(out);
            }
        });
    }

    /** A letter of so many letters in equal paragraphs; packed it is a thousandth of that. */
    Path swollenLetter(long letters) {
        String paragraph = PARAGRAPH_BEGINS + "a".repeat(BLOCK) + PARAGRAPH_ENDS;
        return letter("", paragraph.getBytes(US_ASCII), letters, "");
    }

    /** A letter of one paragraph of so many letters that hardly pack. */
    Path longLetter(long letters) {
        Random random = new Random(1);
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ('a' + random.nextInt(26));
        }
        return letter(PARAGRAPH_BEGINS, block, letters, PARAGRAPH_ENDS);
    }

    private Path letter(String before, byte[] block, long letters, String after) {
        Path usual = letter("");
        return write("long.docx", out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out);
                    ZipFile parts = new ZipFile(usual.toFile())) {
                for (ZipEntry part : parts.stream().toList()) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    if (part.getName().equals("word/document.xml")) {
                        zip.write((LETTER_BEGINS + before).getBytes(US_ASCII));
                        for (long written = 0; written < letters; written += block.length) {
                            zip.write(block);
                        }
                        zip.write((after + LETTER_ENDS).getBytes(US_ASCII));
                    } else {
                        parts.getInputStream(part).transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        });
    }

    Path picture(String format, BufferedImage picture) {
        return write("picture." + format, out -> ImageIO.write(picture, format, out));
    }

    Path tiff(List<BufferedImage> frames) {
        return sequence("tiff", frames);
    }

    Path animation(BufferedImage... frames) {
        return sequence("gif", List.of(frames));
    }

    private Path sequence(String format, List<BufferedImage> frames) {
        return write("frames." + format, out -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.prepareWriteSequence(null);
                for (BufferedImage frame : frames) {
                    writer.writeToSequence(new IIOImage(frame, null, null), null);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
        });
    }

    /** A photograph as a camera writes it that was held on its side: EXIF says to turn it clockwise. */
    Path photographOnItsSide(BufferedImage upright) {
        BufferedImage lying = new BufferedImage(
                /* width= */ upright.getHeight(), /* height= */ upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = lying.createGraphics();
        paper.translate(0, lying.getHeight());
        paper.rotate(-Math.PI / 2);
        paper.drawImage(upright, 0, 0, null);
        paper.dispose();
        return write("photograph.jpg", out -> {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(lying, "jpg", jpeg);
            byte[] bytes = jpeg.toByteArray();
            out.write(bytes, 0, 2);
            out.write(new byte[] {
                (byte) 0xFF,
                (byte) 0xE1,
                0,
                34,
                'E',
                'x',
                'i',
                'f',
                0,
                0,
                'M',
                'M',
                0,
                42,
                0,
                0,
                0,
                8,
                0,
                1,
                1,
                0x12,
                0,
                3,
                0,
                0,
                0,
                1,
                0,
                6,
                0,
                0,
                0,
                0,
                0,
                0
            });
            out.write(bytes, 2, bytes.length - 2);
        });
    }

    /** A sheet of A4 at 150 dpi with one line of text. */
    static BufferedImage sheet(String line, int left, int baseline) {
        BufferedImage sheet = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = sheet.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        paper.setColor(Color.BLACK);
        paper.setFont(font(48));
        paper.drawString(line, left, baseline);
        paper.dispose();
        return sheet;
    }

    private static Font font(float size) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(FONT)) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The font of PDFBox is not there", e);
        }
    }

    Path bytes(String name, byte... content) {
        return write(name, out -> out.write(content));
    }

    /** The first half of a file, under its name. */
    Path half(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return bytes("half-" + file.getFileName(), Arrays.copyOf(content, content.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String name, Content content) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
