package org.sharedregistry.benchmark;

import java.io.IOException;
import java.time.LocalDate;
import org.sharedregistry.benchmark.TextPress.Markup;
import org.sharedregistry.demo.Copier;
import org.sharedregistry.demo.DocxPress;
import org.sharedregistry.demo.PdfPress;
import org.sharedregistry.demo.Press;
import org.sharedregistry.demo.XlsxPress;

/**
 * A file of the kinds that makers send: of twenty, twelve are PDFs, four letters and two workbooks of an office, one is
 * a page of the web or a plain text, and one a rich text. The same number gives the same bytes.
 *
 * @param number from 0
 */
record GeneratedFile(int number) {

    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 12);
    private static final String FOOTER = "Сделано для измерения";

    String name() {
        return "%06d.%s".formatted(number, ending());
    }

    byte[] bytes() throws IOException {
        return printed(press());
    }

    /** The first sheet as a scanner sends it: a picture. */
    byte[] picture() throws IOException {
        return Copier.png(printed(pdf()));
    }

    private String ending() {
        int ofTwenty = number % 20;
        if (ofTwenty < 12) {
            return "pdf";
        }
        if (ofTwenty < 16) {
            return "docx";
        }
        if (ofTwenty < 18) {
            return "xlsx";
        }
        if (ofTwenty < 19) {
            return number / 20 % 2 == 0 ? "html" : "txt";
        }
        return "rtf";
    }

    private Press press() throws IOException {
        return switch (ending()) {
            case "pdf" -> pdf();
            case "docx" -> new DocxPress(paper().title(), ISSUED, FOOTER);
            case "xlsx" -> new XlsxPress(paper().title(), ISSUED, FOOTER);
            case "html" -> new TextPress(Markup.HTML);
            case "txt" -> new TextPress(Markup.PLAIN);
            case "rtf" -> new TextPress(Markup.RTF);
            default -> throw new IllegalStateException("No press for " + name());
        };
    }

    private Press pdf() throws IOException {
        return new PdfPress(paper().title(), ISSUED, false, FOOTER);
    }

    private byte[] printed(Press press) throws IOException {
        paper().print(press);
        return press.finish();
    }

    private GeneratedPaper paper() {
        return new GeneratedPaper(number);
    }
}
