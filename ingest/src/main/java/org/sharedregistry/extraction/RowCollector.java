package org.sharedregistry.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Gathers the cells of each row, puts them in their columns, and leaves out rows without any. */
final class RowCollector {

    private static final int MOST_COLUMNS = 200;

    /** What a cell can hold in the programs that write such files. */
    private static final int LONGEST_CELL = 32_767;

    private final int most;
    private final Consumer<SheetRow> rows;
    private final List<String> cells = new ArrayList<>();
    private final Set<Integer> formulas = new HashSet<>();
    private int given;

    RowCollector(int most, Consumer<SheetRow> rows) {
        this.most = most;
        this.rows = rows;
    }

    void value(int column, String text) {
        if (text.isBlank()) {
            return;
        }
        requireRoom(column);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
    }

    void formula(int column) {
        requireRoom(column);
        formulas.add(column);
    }

    /** @param number from 1 */
    void endRow(int number) {
        if (cells.isEmpty() && formulas.isEmpty()) {
            return;
        }
        rows.accept(new SheetRow(number, cells, formulas));
        cells.clear();
        formulas.clear();
        given++;
        if (given == most) {
            throw new Enough();
        }
    }

    private static void requireRoom(int column) {
        if (column >= MOST_COLUMNS) {
            throw new SheetParser.TooLarge("The sheet has more than " + MOST_COLUMNS + " columns.");
        }
    }

    /** Breaks the parser off, having enough. */
    static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
