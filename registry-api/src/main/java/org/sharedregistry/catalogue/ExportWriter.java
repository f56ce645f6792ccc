package org.sharedregistry.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sharedregistry.listing.CsvRows;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was found, an item a line. */
sealed interface ExportWriter<T> {

    void item(T item) throws IOException;

    /** Tells on a line of its own why there is no more. */
    void breakOff(ProblemDetail problem) throws IOException;

    void end() throws IOException;

    /** A table: what can be said flat. */
    final class Csv<T> implements ExportWriter<T> {

        private final CsvRows rows;
        private final Function<T, Object[]> cells;

        Csv(OutputStream out, List<String> columns, Function<T, Object[]> cells) throws IOException {
            this.rows = new CsvRows(out, columns);
            this.cells = cells;
        }

        @Override
        public void item(T item) throws IOException {
            rows.row(cells.apply(item));
        }

        @Override
        public void breakOff(ProblemDetail problem) throws IOException {
            rows.row("!", problem.getDetail());
            rows.flush();
        }

        @Override
        public void end() throws IOException {
            rows.flush();
        }
    }

    /** JSON as in the lists. */
    final class Ndjson<T> implements ExportWriter<T> {

        private final OutputStream out;
        private final JsonMapper json;

        Ndjson(OutputStream out, JsonMapper json) {
            this.out = out;
            this.json = json;
        }

        @Override
        public void item(T item) throws IOException {
            line(item);
        }

        @Override
        public void breakOff(ProblemDetail problem) throws IOException {
            line(Map.of("problem", problem));
            out.flush();
        }

        @Override
        public void end() throws IOException {
            out.flush();
        }

        private void line(Object value) throws IOException {
            out.write(json.writeValueAsBytes(value));
            out.write('\n');
        }
    }
}
