package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

class SpreadsheetReaderIT {

    private static SpreadsheetReader reader;

    @TempDir
    private Path folder;

    private SampleWorkbooks workbooks;
    private final List<SheetRow> rows = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        reader = new SpreadsheetReader(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @BeforeEach
    void makeWorkbooks() {
        workbooks = new SampleWorkbooks(folder);
    }

    @Test
    void givesValuesAsTheyAreAndNotAsTheyLook() {
        Path file = workbooks.workbook(workbook -> {
            Row row = workbook.createSheet("Строки").createRow(0);
            row.createCell(0).setCellValue("ЕАЭС RU С-BY.НА81.В.00123/24");
            row.createCell(1).setCellValue(4810000000017d);
            row.createCell(2).setCellValue(0.1);
            formatted(workbook, row, 3, "#,##0.00").setCellValue(12345.5);
            formatted(workbook, row, 4, "0%").setCellValue(0.25);
            formatted(workbook, row, 5, "dd.mm.yyyy").setCellValue(LocalDate.of(2026, 11, 23));
            formatted(workbook, row, 6, "dd.mm.yyyy hh:mm").setCellValue(LocalDateTime.of(2026, 11, 23, 10, 30));
            row.createCell(7).setCellValue(true);
            row.createCell(9).setCellValue("after a gap");
            row.createCell(10).setCellValue(" ");
        });

        assertThat(read(file)).isInstanceOf(Finished.class);
        assertThat(rows)
                .containsExactly(new SheetRow(
                        1,
                        List.of(
                                "ЕАЭС RU С-BY.НА81.В.00123/24",
                                "4810000000017",
                                "0.1",
                                "12345.5",
                                "0.25",
                                "2026-11-23",
                                "2026-11-23T10:30",
                                "TRUE",
                                "",
                                "after a gap"),
                        Set.of()));
    }

    @Test
    void countsDaysFromWhereTheWorkbookDoes() {
        Path file = workbooks.workbook(workbook -> {
            workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            Row row = workbook.createSheet().createRow(0);
            formatted(workbook, row, 0, "yyyy-mm-dd").setCellValue(LocalDate.of(2026, 11, 23));
        });
        read(file);
        assertThat(rows.get(0).cells()).containsExactly("2026-11-23");
    }

    @Test
    void readsTheFirstSheetAloneAndPassesOverEmptyRows() {
        Path file = workbooks.workbook(workbook -> {
            workbook.createSheet("one").createRow(6).createCell(1).setCellValue("a");
            workbook.getSheetAt(0).createRow(3).createCell(0).setCellValue("  ");
            workbook.createSheet("two").createRow(0).createCell(0).setCellValue("b");
        });
        read(file);
        assertThat(rows).containsExactly(new SheetRow(7, List.of("", "a"), Set.of()));
    }

    @Test
    void tellsWhichCellsAreFormulas() {
        read(workbooks.ofRows("""
                <row r="1"><c r="A1"><v>1</v></c><c r="C1"><f>A1+1</f><v>2</v></c><c r="D1"><f>A1</f></c></row>
                <row r="2"><c r="B2" t="str"><f>HYPERLINK("http://example.org")</f><v>x</v></c></row>
                <row><c t="inlineStr"><is><t>=1+1</t></is></c><c><v>3</v></c></row>"""));
        assertThat(rows)
                .containsExactly(
                        new SheetRow(1, List.of("1", "", "2"), Set.of(2, 3)),
                        new SheetRow(2, List.of("", "x"), Set.of(1)),
                        new SheetRow(3, List.of("=1+1", "3"), Set.of()));
    }

    @Test
    void stopsWhenItHasEnough() {
        Path file = workbooks.workbook(workbook -> {
            workbook.createSheet();
            for (int i = 0; i < 20_000; i++) {
                Row row = workbook.getSheetAt(0).createRow(i);
                row.createCell(0).setCellValue("line " + i);
            }
        });
        Extraction end = reader.read(file, 10_002, rows::add);
        assertThat(end)
                .isInstanceOfSatisfying(
                        Finished.class,
                        finished -> assertThat(finished.metadata()).containsKey("truncated"));
        assertThat(rows).hasSize(10_002);
    }

    @Test
    void failsOverWhatIsNoWorkbook() {
        SampleFiles others = new SampleFiles(folder);
        Path good = workbooks.workbook(workbook -> workbook.createSheet());
        assertThat(Map.of(
                        "half", reason(others.half(good)),
                        "empty", reason(others.bytes("empty.xlsx")),
                        "text", reason(others.bytes("text.xlsx", "number\n1\n".getBytes(UTF_8))),
                        "letter", reason(others.letter("text")),
                        "slides", reason(others.slides("text", "notes")),
                        "locked", reason(workbooks.locked(good)),
                        "broken XML", reason(workbooks.ofXml("<worksheet")),
                        "bad reference", reason(workbooks.ofRows("<row r=\"1\"><c r=\"!!\"><v>1</v></c></row>")),
                        "bad text", reason(workbooks.ofRows("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>"))))
                .isEqualTo(Map.of(
                        "half", Reason.DAMAGED,
                        "empty", Reason.EMPTY,
                        "text", Reason.DAMAGED,
                        "letter", Reason.DAMAGED,
                        "slides", Reason.DAMAGED,
                        "locked", Reason.UNSUPPORTED,
                        "broken XML", Reason.DAMAGED,
                        "bad reference", Reason.DAMAGED,
                        "bad text", Reason.DAMAGED));
    }

    @Test
    void followsNoReferenceOutOfTheFile() {
        Path file = workbooks.ofXml("""
                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>""");
        assertThat(reason(file)).isEqualTo(Reason.DAMAGED);
        assertThat(rows).isEmpty();
    }

    @Test
    void outlivesWhatUnpacksWithoutEnd() {
        String row = "<row>" + " ".repeat(200) + "</row>";
        assertThat(reason(workbooks.ofRepeatedRows(row, 2_000_000))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(workbooks.ofRepeatedTexts("x".repeat(20_000), 40_000)))
                .isEqualTo(Reason.OUT_OF_MEMORY);
        assertThat(reason(workbooks.ofRows("<row><c r=\"XFD1\"><v>1</v></c></row>")))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(read(workbooks.ofRows("<row><c><v>1</v></c></row>"))).isInstanceOf(Finished.class);
    }

    private Extraction read(Path file) {
        rows.clear();
        return reader.read(file, 10_002, rows::add);
    }

    private Reason reason(Path file) {
        Extraction end = read(file);
        assertThat(end).as(file.getFileName().toString()).isInstanceOf(Failed.class);
        return ((Failed) end).reason();
    }

    private static Cell formatted(XSSFWorkbook workbook, Row row, int column, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }
}
