package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files that nobody should send, made on the spot. */
record SampleHostile(Path folder) {

    private static final String LAUGHS = """
            <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "lol">%s]>
            """.formatted(entities());

    private static String entities() {
        StringBuilder entities = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            entities.append(
                    "<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        return entities.toString();
    }

    Path manyPages(int count) {
        return write("many.pdf", out -> {
            try (PDDocument document = new PDDocument()) {
                PDType1Font font = new PDType1Font(FontName.HELVETICA);
                for (int number = 1; number <= count; number++) {
                    PDPage page = new PDPage();
                    document.addPage(page);
                    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                        content.beginText();
                        content.setFont(font, 12);
                        content.newLineAtOffset(60, 700);
                        content.showText("page " + number);
                        content.endText();
                    }
                }
                document.save(out);
            }
        });
    }

    /** A document whose dates are no dates and whose title holds half a letter and a NUL. */
    Path pdfWithBrokenMetadata() {
        return write("metadata.pdf", out -> {
            try (PDDocument document = new PDDocument()) {
                document.addPage(new PDPage());
                document.getDocumentInformation().setTitle("title \uD800 \0 " + "x".repeat(10_000));
                document.getDocumentInformation()
                        .getCOSObject()
                        .setString(COSName.CREATION_DATE, "D:20269999-thirtieth");
                document.getDocumentInformation().getCOSObject().setName(COSName.MOD_DATE, "none");
                document.save(out);
            }
        });
    }

    Path repeated(String name, String begin, String text, long times, String end) {
        return write(name, out -> {
            byte[] bytes = text.getBytes(UTF_8);
            out.write(begin.getBytes(UTF_8));
            for (long i = 0; i < times; i++) {
                out.write(bytes);
            }
            out.write(end.getBytes(UTF_8));
        });
    }

    /** Entities that unfold to three gigabytes. */
    Path laughingXml() {
        return write("laughs.xml", out -> out.write((LAUGHS + "<lolz>&a9;</lolz>").getBytes(US_ASCII)));
    }

    /** The same in a part of an office file. */
    Path laughing(Path usual, String part) {
        return replaced(usual, part, out -> out.write((LAUGHS + "<lolz>&a9;</lolz>").getBytes(US_ASCII)));
    }

    Path giantSheet(Path usual, int rows) {
        return replaced(usual, "xl/worksheets/sheet1.xml", out -> {
            out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    .getBytes(US_ASCII));
            for (int row = 1; row <= rows; row++) {
                out.write(
                        "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>a cell of a giant sheet, %d</t></is></c></row>"
                                .formatted(row, row, row)
                                .getBytes(US_ASCII));
            }
            out.write("</sheetData></worksheet>".getBytes(US_ASCII));
        });
    }

    private Path replaced(Path usual, String part, Content content) {
        return write("changed-" + usual.getFileName(), out -> {
            try (ZipFile parts = new ZipFile(usual.toFile());
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry : parts.stream().toList()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals(part)) {
                        content.writeTo(zip);
                    } else {
                        parts.getInputStream(entry).transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        });
    }

    private Path write(String name, Content content) {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
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
