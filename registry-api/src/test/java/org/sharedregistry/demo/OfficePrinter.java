package org.sharedregistry.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** Writes papers as office documents: a DOCX, or a workbook with a sheet for each page. */
final class OfficePrinter {

    private OfficePrinter() {}

    static byte[] docx(Paper paper) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (List<String> lines : paper.pages()) {
                for (String line : lines) {
                    XWPFParagraph paragraph = document.createParagraph();
                    boolean heading = line.startsWith("#");
                    paragraph.setAlignment(heading ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
                    paragraph.createRun().setText(heading ? line.substring(1).strip() : line.replace("\t", "   "));
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] xlsx(Paper paper) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            int number = 0;
            for (List<String> lines : paper.pages()) {
                Sheet sheet = workbook.createSheet("Лист " + ++number);
                for (int i = 0; i < lines.size(); i++) {
                    Row row = sheet.createRow(i);
                    String[] cells = lines.get(i).replaceFirst("^# ?", "").split("\t", -1);
                    for (int j = 0; j < cells.length; j++) {
                        row.createCell(j).setCellValue(cells[j]);
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }
}
