package org.sharedregistry.killed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * One of many files, each with bytes of its own.
 *
 * @param name in which the word does not stand: names are found too
 * @param word what no other file holds, if it can be read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MixedFile(String name, byte[] bytes, Kind kind, String word) {

    enum Kind {
        PDF,
        DOCX,
        TEXT,
        SCAN,
        BROKEN
    }

    private static final String SCAN = "/demo/documents/scan-cert-compressor-vk7.png";

    /** @param number different for each file */
    static MixedFile some(Random random, int number) throws IOException {
        String word = "unikum" + number;
        String name = "file" + number;
        int dice = random.nextInt(100);
        if (dice < 40) {
            return new MixedFile(name + ".pdf", pdf(word, 1 + random.nextInt(5)), Kind.PDF, word);
        }
        if (dice < 70) {
            return new MixedFile(name + ".docx", docx(word), Kind.DOCX, word);
        }
        return dice < 95
                ? new MixedFile(name + ".txt", ("Протокол испытаний " + word).getBytes(UTF_8), Kind.TEXT, word)
                : new MixedFile(name + ".pdf", ("это не PDF: " + word).getBytes(UTF_8), Kind.BROKEN, word);
    }

    /** A picture of a page, which takes a while to recognise. */
    static MixedFile scan(int number) throws IOException {
        String word = "scan" + number;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream picture = Objects.requireNonNull(MixedFile.class.getResourceAsStream(SCAN))) {
            picture.transferTo(bytes);
        }
        // What follows the end of a PNG changes nothing but its hash.
        bytes.writeBytes(word.getBytes(UTF_8));
        return new MixedFile(word + ".png", bytes.toByteArray(), Kind.SCAN, word);
    }

    private static byte[] pdf(String word, int pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(60, 700);
                    content.showText("Test report, page " + number + (number == pages ? ", " + word : ""));
                    content.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx(String word) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Паспорт изделия " + word);
            document.write(bytes);
        }
        return bytes.toByteArray();
    }
}
