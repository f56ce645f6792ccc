package org.sharedregistry.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Prints a workbook: the form on its first sheet, every table on a sheet of its own. */
public final class XlsxPress implements Press {

    private static final int CHARACTER = 256; // POI counts widths in parts of a character

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle bold = workbook.createCellStyle();
    private final Sheet form;

    public XlsxPress(String title, LocalDate issued, String footer) {
        workbook.getProperties().getCoreProperties().setTitle(title);
        workbook.getProperties()
                .getCoreProperties()
                .setCreated(Optional.of(Date.from(issued.atTime(9, 0).toInstant(ZoneOffset.UTC))));
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        form = workbook.createSheet("Протокол");
        form.setColumnWidth(0, 34 * CHARACTER);
        form.setColumnWidth(1, 90 * CHARACTER);
        text(footer);
    }

    @Override
    public void heading(String text) {
        append(form, List.of(text)).getCell(0).setCellStyle(bold);
    }

    @Override
    public void text(String text) {
        append(form, List.of(text));
    }

    @Override
    public void field(String label, String text) {
        append(form, List.of(label, text));
    }

    @Override
    public void table(String caption, List<String> columns, List<List<String>> rows) {
        String name = WorkbookUtil.createSafeSheetName(workbook.getNumberOfSheets() + " " + caption);
        Sheet sheet = workbook.createSheet(name);
        append(sheet, List.of(caption)).getCell(0).setCellStyle(bold);
        append(sheet, columns).forEach(cell -> cell.setCellStyle(bold));
        rows.forEach(row -> append(sheet, row));
        for (int i = 0; i < columns.size(); i++) {
            sheet.setColumnWidth(i, (i == 0 ? 48 : 22) * CHARACTER);
        }
        sheet.createFreezePane(0, 2);
    }

    @Override
    public void signatures(String... offices) {
        for (String office : offices) {
            append(form, List.of(office, "____________________"));
        }
        text("М.П.");
    }

    /** A workbook has sheets where a document has pages. */
    @Override
    public void newPage() {}

    @Override
    public byte[] finish() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        }
        return SteadyZip.of(bytes.toByteArray());
    }

    private static Row append(Sheet sheet, List<String> cells) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
        }
        return row;
    }
}
