package org.sharedregistry.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Prints as a word processor would. The same document gives the same bytes. */
public final class DocxPress implements Press {

    private static final int BODY = 11;

    private final XWPFDocument document = new XWPFDocument();

    public DocxPress(String title, LocalDate issued, String footer) {
        document.getProperties().getCoreProperties().setTitle(title);
        document.getProperties()
                .getCoreProperties()
                .setCreated(Optional.of(Date.from(issued.atTime(9, 0).toInstant(ZoneOffset.UTC))));
        paragraph(footer, 8, false).setItalic(true);
    }

    @Override
    public void heading(String text) {
        XWPFRun run = paragraph(text, 14, true);
        ((XWPFParagraph) run.getParent()).setAlignment(ParagraphAlignment.CENTER);
    }

    @Override
    public void text(String text) {
        paragraph(text, BODY, false);
    }

    @Override
    public void field(String label, String text) {
        XWPFRun run = paragraph(label + ": ", BODY, true);
        XWPFRun answer = ((XWPFParagraph) run.getParent()).createRun();
        answer.setFontSize(BODY);
        answer.setText(text);
    }

    @Override
    public void table(String caption, List<String> columns, List<List<String>> rows) {
        paragraph(caption, BODY, true);
        XWPFTable table = document.createTable(rows.size() + 1, columns.size());
        table.setWidth("100%");
        fill(table.getRow(0), columns);
        for (int i = 0; i < rows.size(); i++) {
            fill(table.getRow(i + 1), rows.get(i));
        }
        text("");
    }

    @Override
    public void signatures(String... offices) {
        for (String office : offices) {
            text(office + "  ____________________");
        }
        text("М.П.");
    }

    @Override
    public void newPage() {
        document.createParagraph().setPageBreak(true);
    }

    @Override
    public byte[] finish() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        }
        return SteadyZip.of(bytes.toByteArray());
    }

    private XWPFRun paragraph(String text, int size, boolean bold) {
        XWPFRun run = document.createParagraph().createRun();
        run.setFontSize(size);
        run.setBold(bold);
        run.setText(text);
        return run;
    }

    private static void fill(XWPFTableRow row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.getCell(i).setText(cells.get(i));
        }
    }
}
