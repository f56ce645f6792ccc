package org.sharedregistry.extraction;

import java.util.List;
import java.util.Set;

/**
 * A row of a sheet that has something in it.
 *
 * @param number as the sheet counts it, from 1
 * @param cells from the first column on, empty where there is nothing; days as ISO dates, numbers without exponent
 * @param formulas the columns, from 0, whose values are the results of formulas, and not to be trusted
 */
public record SheetRow(int number, List<String> cells, Set<Integer> formulas) {

    public SheetRow {
        cells = List.copyOf(cells);
        formulas = Set.copyOf(formulas);
    }
}
