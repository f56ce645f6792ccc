package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Office files of the rarer kinds, and letters of Outlook, made on the spot. */
record SampleOffice(Path folder) {

    /** Three sheets: one shown, one hidden, one that only a macro could show. */
    Path workbookWithHiddenSheets(String ending) {
        return write("hidden." + ending, out -> {
            try (Workbook workbook = ending.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
                for (String name : new String[] {"Открытый", "Скрытый", "Тайный"}) {
                    workbook.createSheet(name).createRow(0).createCell(0).setCellValue("на листе " + name);
                }
                workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
                workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
                workbook.write(out);
            }
        });
    }

    Path oldSlides(String... texts) {
        return write("slides.ppt", out -> {
            try (HSLFSlideShow show = new HSLFSlideShow()) {
                for (String text : texts) {
                    show.createSlide().addTitle().setText(text);
                }
                show.write(out);
            }
        });
    }

    /** Sheet by sheet: its name, then its only cell. */
    Path openSheets(String... namesAndCells) {
        StringBuilder sheets = new StringBuilder();
        for (int i = 0; i < namesAndCells.length; i += 2) {
            sheets.append("<table:table table:name=\"%s\"><table:table-row><table:table-cell><text:p>%s</text:p>"
                    .formatted(namesAndCells[i], namesAndCells[i + 1]));
            sheets.append("</table:table-cell></table:table-row></table:table>");
        }
        return openDocument("ods", "spreadsheet", sheets.toString());
    }

    Path openSlides(String... texts) {
        StringBuilder slides = new StringBuilder();
        for (String text : texts) {
            slides.append("<draw:page><draw:frame><draw:text-box><text:p>%s</text:p>".formatted(text));
            slides.append("</draw:text-box></draw:frame></draw:page>");
        }
        return openDocument("odp", "presentation", slides.toString());
    }

    /** @param body what stands within the document's element, in the usual prefixes */
    Path openDocument(String ending, String kind, String body) {
        return write("open." + ending, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                entry(zip, "mimetype", "application/vnd.oasis.opendocument." + kind);
                entry(zip, "META-INF/manifest.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
                            manifest:version="1.2">
                        <manifest:file-entry manifest:full-path="/"
                            manifest:media-type="application/vnd.oasis.opendocument.%s"/>
                        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                        </manifest:manifest>
                        """.formatted(kind));
                entry(zip, "content.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <office:document-content office:version="1.2"
                            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                            xmlns:xlink="http://www.w3.org/1999/xlink">
                        <office:body><office:%s>%s</office:%s></office:body></office:document-content>
                        """.formatted(kind, body, kind));
            }
        });
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** A letter of a word processor in which somebody has put another file and a picture. */
    Path letterWith(String text, String ending, byte[] file, byte[] png) {
        return write("with.docx", out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(text);
                document.addPictureData(png, XWPFDocument.PICTURE_TYPE_PNG);
                PackagePart part = document.getPackage()
                        .createPart(
                                PackagingURIHelper.createPartName("/word/embeddings/file1." + ending),
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                try (OutputStream content = part.getOutputStream()) {
                    content.write(file);
                }
                document.getPackagePart()
                        .addRelationship(
                                part.getPartName(),
                                TargetMode.INTERNAL,
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package");
                document.write(out);
            } catch (InvalidFormatException e) {
                throw new IOException(e);
            }
        });
    }

    /** As Outlook saves a letter. */
    Path outlookLetter(String from, String to, String subject, String text, Map<String, byte[]> attachments) {
        return write("letter.msg", out -> {
            try (POIFSFileSystem file = new POIFSFileSystem()) {
                property(file.getRoot(), "001A", "IPM.Note");
                property(file.getRoot(), "0037", subject);
                property(file.getRoot(), "0C1A", from);
                property(file.getRoot(), "0E04", to);
                property(file.getRoot(), "1000", text);
                file.getRoot().createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[32]));
                int number = 0;
                for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
                    DirectoryEntry folder =
                            file.getRoot().createDirectory("__attach_version1.0_#%08X".formatted(number++));
                    property(folder, "3707", attachment.getKey());
                    folder.createDocument("__substg1.0_37010102", new ByteArrayInputStream(attachment.getValue()));
                    folder.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[8]));
                }
                file.writeFilesystem(out);
            }
        });
    }

    private static void property(DirectoryEntry folder, String tag, String value) throws IOException {
        folder.createDocument("__substg1.0_" + tag + "001F", new ByteArrayInputStream(value.getBytes(UTF_16LE)));
    }

    /** A text as any word processor reads it, with a new page before each part but the first. */
    Path richText(String... parts) {
        StringBuilder text =
                new StringBuilder("{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0\\uc0 ");
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : "\\page ");
            parts[i].codePoints()
                    .forEach(sign -> text.append(sign < 0x80 ? Character.toString(sign) : "\\u" + sign + " "));
            text.append("\\par ");
        }
        return write("letter.rtf", out -> out.write(text.append('}').toString().getBytes(US_ASCII)));
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
