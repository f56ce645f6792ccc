package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks as people send them, and as nobody should, made on the spot. */
record SampleWorkbooks(Path folder) {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";

    private static final String NAMESPACE = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String SHEET_BEGINS = "<worksheet " + NAMESPACE + "><sheetData>";
    private static final String SHEET_ENDS = "</sheetData></worksheet>";

    Path workbook(Consumer<XSSFWorkbook> filling) {
        return write("workbook.xlsx", out -> {
            try (XSSFWorkbook workbook = new XSSFWorkbook()) {
                filling.accept(workbook);
                workbook.write(out);
            }
        });
    }

    /** Whose first sheet has these rows, as XML. */
    Path ofRows(String rows) {
        return withPart(SHEET, out -> out.write((SHEET_BEGINS + rows + SHEET_ENDS).getBytes(US_ASCII)));
    }

    /** Whose first sheet is this, as XML. */
    Path ofXml(String xml) {
        return withPart(SHEET, out -> out.write(xml.getBytes(US_ASCII)));
    }

    /** Whose first sheet repeats a row; packed it is a hundredth of that or less. */
    Path ofRepeatedRows(String row, int times) {
        return withPart(SHEET, out -> repeat(out, SHEET_BEGINS, row, times, SHEET_ENDS));
    }

    /** Whose table of texts repeats one. */
    Path ofRepeatedTexts(String text, int times) {
        return withPart(
                STRINGS,
                out -> repeat(out, "<sst " + NAMESPACE + ">", "<si><t>" + text + "</t></si>", times, "</sst>"));
    }

    Path locked(Path workbook) {
        return write("locked.xlsx", out -> {
            try (POIFSFileSystem container = new POIFSFileSystem()) {
                Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (OutputStream encrypted = encryptor.getDataStream(container)) {
                    Files.copy(workbook, encrypted);
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
                container.writeFilesystem(out);
            }
        });
    }

    private Path withPart(String name, Content content) {
        Path usual = workbook(
                workbook -> workbook.createSheet().createRow(0).createCell(0).setCellValue("text"));
        return write("changed.xlsx", out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out);
                    ZipFile parts = new ZipFile(usual.toFile())) {
                for (ZipEntry part : parts.stream().toList()) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    if (part.getName().equals(name)) {
                        content.writeTo(zip);
                    } else {
                        parts.getInputStream(part).transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        });
    }

    private static void repeat(OutputStream out, String before, String text, int times, String after)
            throws IOException {
        out.write(before.getBytes(US_ASCII));
        byte[] once = text.getBytes(US_ASCII);
        for (int i = 0; i < times; i++) {
            out.write(once);
        }
        out.write(after.getBytes(US_ASCII));
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
