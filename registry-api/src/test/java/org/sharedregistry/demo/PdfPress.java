package org.sharedregistry.demo;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Prints on A4 sheets with a text layer. The same document gives the same bytes. */
public final class PdfPress implements Press {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle SHEET = PDRectangle.A4;
    private static final float MARGIN = 54;
    private static final float WIDTH = SHEET.getWidth() - 2 * MARGIN;
    private static final float BOTTOM = 70;
    private static final float PADDING = 3;
    private static final float CELL = 8.5f;
    private static final float SIGNATURE = 34;
    private static final float LABEL = 7.5f;
    private static final float HEADING = 13;
    private static final float LINE = 1.3f;
    private static final Color INK = Color.BLACK;
    private static final Color PALE = new Color(90, 90, 90);
    private static final Color STAMP = new Color(50, 70, 160);

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final String footer;
    private final boolean framed;
    private final float body;
    private final float gap;
    private PDPageContentStream content;
    private float y;

    /**
     * @param framed whether every page has the double frame of a certificate
     * @param footer what stands at the foot of every page before its number
     */
    public PdfPress(String title, LocalDate issued, boolean framed, String footer) throws IOException {
        try (InputStream stream = PDDocument.class.getResourceAsStream(FONT)) {
            font = PDType0Font.load(document, stream, true);
        }
        this.framed = framed;
        body = framed ? 11.5f : 10; // a certificate fills its page, a report saves paper
        gap = framed ? 15 : 7;
        this.footer = footer;
        document.setDocumentId((long) title.hashCode());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(calendar(issued));
        content = open();
    }

    @Override
    public void heading(String text) throws IOException {
        y -= 4;
        for (String line : wrap(text, WIDTH, HEADING)) {
            float indent = (WIDTH - width(line, HEADING)) / 2;
            write(line, MARGIN + indent, down(HEADING), HEADING, INK, true);
        }
        y -= gap / 2;
    }

    @Override
    public void text(String text) throws IOException {
        lines(text, body, INK);
        y -= gap;
    }

    @Override
    public void field(String label, String text) throws IOException {
        keep(LABEL * LINE + body * LINE);
        write(label, MARGIN, down(LABEL), LABEL, PALE, false);
        lines(text, body, INK);
        rule(y - gap / 2);
        y -= gap;
    }

    @Override
    public void table(String caption, List<String> columns, List<List<String>> rows) throws IOException {
        float[] widths = widths(columns, rows);
        keep(90);
        y -= 6;
        lines(caption, body, INK);
        y -= 5;
        row(columns, widths, true);
        for (List<String> row : rows) {
            if (y - height(row, widths) < BOTTOM) {
                newPage();
                row(columns, widths, true);
            }
            row(row, widths, false);
        }
        y -= 8;
    }

    @Override
    public void signatures(String... offices) throws IOException {
        keep(SIGNATURE * (offices.length + 1));
        stamp(MARGIN + WIDTH * 0.9f, y - SIGNATURE, 27);
        for (String office : offices) {
            y -= SIGNATURE;
            write(office, MARGIN, y, body, INK, false);
            content.moveTo(MARGIN + WIDTH * 0.58f, y - 2);
            content.lineTo(MARGIN + WIDTH * 0.8f, y - 2);
            content.stroke();
        }
        y -= SIGNATURE / 2;
    }

    @Override
    public void newPage() throws IOException {
        content.close();
        content = open();
    }

    @Override
    public byte[] finish() throws IOException {
        content.close();
        int total = document.getNumberOfPages();
        for (int i = 0; i < total; i++) {
            PDPage page = document.getPage(i);
            try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                content = stream;
                write(footer + " · " + (i + 1) + " / " + total, MARGIN, 44, LABEL, PALE, false);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        document.close();
        return bytes.toByteArray();
    }

    private PDPageContentStream open() throws IOException {
        PDPage page = new PDPage(SHEET);
        document.addPage(page);
        PDPageContentStream stream = new PDPageContentStream(document, page);
        stream.setLineWidth(0.5f);
        if (framed) {
            stream.setStrokingColor(STAMP);
            stream.addRect(28, 28, SHEET.getWidth() - 56, SHEET.getHeight() - 56);
            stream.addRect(32, 32, SHEET.getWidth() - 64, SHEET.getHeight() - 64);
            stream.stroke();
            stream.setStrokingColor(INK);
        }
        y = SHEET.getHeight() - MARGIN;
        return stream;
    }

    private void lines(String text, float size, Color color) throws IOException {
        for (String line : wrap(text, WIDTH, size)) {
            keep(size * LINE);
            write(line, MARGIN, down(size), size, color, false);
        }
    }

    private void row(List<String> cells, float[] widths, boolean header) throws IOException {
        float height = height(cells, widths);
        float x = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            content.setNonStrokingColor(header ? new Color(228, 232, 240) : Color.WHITE);
            content.addRect(x, y - height, widths[i], height);
            content.fillAndStroke();
            float line = y - PADDING;
            for (String text : wrap(cells.get(i), widths[i] - 2 * PADDING, CELL)) {
                write(text, x + PADDING, line - CELL, CELL, INK, false);
                line -= CELL * LINE;
            }
            x += widths[i];
        }
        y -= height;
    }

    private float height(List<String> cells, float[] widths) throws IOException {
        int lines = 1;
        for (int i = 0; i < widths.length; i++) {
            lines = Math.max(
                    lines, wrap(cells.get(i), widths[i] - 2 * PADDING, CELL).size());
        }
        return lines * CELL * LINE + 2 * PADDING;
    }

    /** Columns share the width as their longest cells ask for, a long one asking for no more than a third. */
    private float[] widths(List<String> columns, List<List<String>> rows) throws IOException {
        float[] widths = new float[columns.size()];
        float sum = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = 46;
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Math.min(width(row.get(i), CELL) + 2 * PADDING, WIDTH / 3));
            }
            for (String word : columns.get(i).split(" ", -1)) {
                widths[i] = Math.max(widths[i], width(word, CELL) + 2 * PADDING + 1);
            }
            sum += widths[i];
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] *= WIDTH / sum;
        }
        return widths;
    }

    private void stamp(float x, float centre, float radius) throws IOException {
        content.setStrokingColor(STAMP);
        circle(x, centre, radius);
        circle(x, centre, radius - 4);
        content.setStrokingColor(INK);
        write("М.П.", x - width("М.П.", LABEL) / 2, centre - 3, LABEL, STAMP, false);
    }

    private void circle(float x, float centre, float radius) throws IOException {
        float reach = radius * 0.5523f; // a quarter of a circle as a cubic curve
        content.moveTo(x + radius, centre);
        content.curveTo(x + radius, centre + reach, x + reach, centre + radius, x, centre + radius);
        content.curveTo(x - reach, centre + radius, x - radius, centre + reach, x - radius, centre);
        content.curveTo(x - radius, centre - reach, x - reach, centre - radius, x, centre - radius);
        content.curveTo(x + reach, centre - radius, x + radius, centre - reach, x + radius, centre);
        content.stroke();
    }

    private void rule(float at) throws IOException {
        content.setStrokingColor(Color.LIGHT_GRAY);
        content.moveTo(MARGIN, at);
        content.lineTo(MARGIN + WIDTH, at);
        content.stroke();
        content.setStrokingColor(INK);
    }

    private void write(String text, float x, float at, float size, Color color, boolean bold) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(color);
        content.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        content.newLineAtOffset(x, at);
        content.showText(text);
        content.endText();
    }

    /** Moves down by a line and says where its letters stand. */
    private float down(float size) {
        y -= size * LINE;
        return y;
    }

    private void keep(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    private List<String> wrap(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private static Calendar calendar(LocalDate day) {
        return GregorianCalendar.from(
                day.atTime(9, 0).atZone(TimeZone.getTimeZone("UTC").toZoneId()));
    }
}
