package org.sharedregistry.extraction;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.sharedregistry.extraction.Frames.Request;
import org.springframework.stereotype.Component;

/**
 * Reads workbooks (XLSX) row by row in a parser process. It is one of its own, so that whoever waits for the answer does
 * not wait for the scans of others.
 */
@Component
public final class SpreadsheetReader implements AutoCloseable {

    private final ExtractionSettings settings;
    private final ParserPool pool;

    SpreadsheetReader(ExtractionSettings settings) {
        this.settings = settings;
        this.pool = new ParserPool(settings, 1);
    }

    /**
     * Reads the first sheet.
     *
     * @param most how many rows are read; those after them are not looked at
     * @param rows takes each row that has something in it, as soon as it is read; when the file fails later, what it
     *     took is void
     */
    public Extraction read(Path file, int most, Consumer<SheetRow> rows) {
        return pool.read(
                Request.rows(file, most),
                settings.textDeadline(),
                reply -> rows.accept(Objects.requireNonNull(reply.row(), "The parser gave something else")));
    }

    @Override
    public void close() {
        pool.close();
    }
}
