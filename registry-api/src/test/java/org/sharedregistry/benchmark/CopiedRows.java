package org.sharedregistry.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** Rows of one table, gathered here and sent together by COPY. */
final class CopiedRows {

    private final String command;
    private final StringBuilder rows = new StringBuilder();

    /** @param columns parted by commas */
    CopiedRows(String table, String columns) {
        this.command = "copy " + table + " (" + columns + ") from stdin";
    }

    /** @param values one a column; null stands for none */
    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            append(values[i]);
            rows.append(i + 1 < values.length ? '\t' : '\n');
        }
    }

    /** @return how many rows were sent; none is held any more */
    long send(CopyManager copy) throws SQLException, IOException {
        long sent = copy.copyIn(command, new StringReader(rows.toString()));
        rows.setLength(0);
        return sent;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
            return;
        }
        String text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                default -> rows.append(sign);
            }
        }
    }
}
