package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the first sheet of a workbook as a stream, by POI. Runs in a parser process. */
final class SheetParser {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Of the XML that a sheet unpacks to: ten thousand full rows take a twentieth. */
    private static final long LARGEST_SHEET = 256L * 1024 * 1024;

    Extraction read(Path file, int most, Consumer<SheetRow> rows) {
        try {
            return switch (FileMagic.valueOf(file.toFile())) {
                case OOXML -> parse(file, most, rows);
                case OLE2 ->
                    new Failed(
                            Reason.UNSUPPORTED,
                            "The workbook is protected by a password, or of the old kind. Save it as .xlsx without one.");
                default ->
                    Files.size(file) == 0
                            ? new Failed(Reason.EMPTY, "The file has no content.")
                            : new Failed(Reason.DAMAGED, "The file is no workbook.");
            };
        } catch (TooLarge e) {
            return new Failed(Reason.TOO_LARGE, String.valueOf(e.getMessage()));
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            return TextReader.failure(e);
        }
    }

    private static Extraction parse(Path file, int most, Consumer<SheetRow> rows)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader workbook = new XSSFReader(parts);
            SheetHandler handler = new SheetHandler(
                    workbook.getStylesTable(),
                    new ReadOnlySharedStringsTable(parts, false),
                    new PlainValues(countsFrom1904(workbook)),
                    new RowCollector(most, rows));
            try (InputStream sheet = bounded(workbook.getSheetsData().next())) {
                parse(sheet, handler);
            } catch (RowCollector.Enough e) {
                return new Finished(WORKBOOK, 1, Map.of("truncated", "The sheet holds more than is read."));
            }
            return new Finished(WORKBOOK, 1, Map.of());
        }
    }

    /** Whether days are counted as on the first Macintosh. */
    private static boolean countsFrom1904(XSSFReader workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        boolean[] found = new boolean[1];
        try (InputStream in = bounded(workbook.getWorkbookData())) {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    String value = name.equals("workbookPr") ? attributes.getValue("date1904") : null;
                    found[0] |= "1".equals(value) || "true".equals(value);
                }
            });
        }
        return found[0];
    }

    private static void parse(InputStream in, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(in));
    }

    private static InputStream bounded(InputStream in) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(LARGEST_SHEET)
                .setOnMaxCount((most, count) -> {
                    throw new TooLarge("The file unpacks to far more than it should.");
                })
                .get();
    }

    /** There is more than may be read. */
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLarge(String message) {
            super(message);
        }
    }
}
