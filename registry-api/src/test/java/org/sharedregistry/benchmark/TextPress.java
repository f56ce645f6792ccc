package org.sharedregistry.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.sharedregistry.demo.Press;

/** Prints as a plain or marked up text, which has no pages. */
final class TextPress implements Press {

    private final Markup markup;
    private final StringBuilder text = new StringBuilder();

    TextPress(Markup markup) {
        this.markup = markup;
    }

    @Override
    public void heading(String line) {
        text(line);
    }

    @Override
    public void text(String paragraph) {
        text.append(markup.paragraph.formatted(markup.escape(paragraph)));
    }

    @Override
    public void field(String label, String answer) {
        text(label + ": " + answer);
    }

    @Override
    public void table(String caption, List<String> columns, List<List<String>> rows) {
        text(caption);
        text.append(markup.table.formatted(
                row(columns) + rows.stream().map(this::row).collect(Collectors.joining())));
    }

    @Override
    public void signatures(String... offices) {
        List.of(offices).forEach(this::text);
    }

    @Override
    public void newPage() {}

    @Override
    public byte[] finish() {
        return markup.document.formatted(text).getBytes(StandardCharsets.UTF_8);
    }

    private String row(List<String> cells) {
        return markup.row.formatted(
                cells.stream().map(markup::escape).map(markup.cell::formatted).collect(Collectors.joining()));
    }

    /** How the parts of a text are marked. */
    enum Markup {
        PLAIN("%s", "%s\n\n", "%s\n", "%s\n", "%s\t"),
        HTML(
                "<!DOCTYPE html>\n<html lang=\"ru\"><head><meta charset=\"utf-8\"><title>Протокол</title></head>"
                        + "<body>\n%s</body></html>\n",
                "<p>%s</p>\n", "<table>\n%s</table>\n", "<tr>%s</tr>\n", "<td>%s</td>"),
        RTF("{\\rtf1\\ansi\\uc1 %s}\n", "%s\\par\n", "%s", "%s\\par\n", "%s\\tab ");

        private final String document;
        private final String paragraph;
        private final String table;
        private final String row;
        private final String cell;

        Markup(String document, String paragraph, String table, String row, String cell) {
            this.document = document;
            this.paragraph = paragraph;
            this.table = table;
            this.row = row;
            this.cell = cell;
        }

        private String escape(String text) {
            return switch (this) {
                case PLAIN -> text;
                case HTML -> text.replace("&", "&amp;").replace("<", "&lt;");
                case RTF ->
                    text.chars()
                            .mapToObj(sign -> sign < 128 ? String.valueOf((char) sign) : "\\u" + sign + "?")
                            .collect(Collectors.joining());
            };
        }
    }
}
