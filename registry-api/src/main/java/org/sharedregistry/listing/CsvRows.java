package org.sharedregistry.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table as RFC 4180 has it, in UTF-8. No cell begins as a formula does: programs for tables would compute what
 * somebody else has written.
 */
public final class CsvRows {

    /** What programs for tables take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final CSVPrinter rows;

    public CsvRows(OutputStream out, List<String> columns) throws IOException {
        this.rows = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(columns.toArray(String[]::new))
                        .get());
    }

    /** @param cells one a column; null is empty */
    public void row(@Nullable Object... cells) throws IOException {
        rows.printRecord(Stream.of(cells).map(CsvRows::cell));
    }

    public void flush() throws IOException {
        rows.flush();
    }

    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
