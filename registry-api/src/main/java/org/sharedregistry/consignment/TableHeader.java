package org.sharedregistry.consignment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;

/** The first row of a table, which names its columns. */
final class TableHeader {

    private final List<String> names;

    /** @throws RegistryProblem for a name that is unknown or there twice, and when no column holds numbers */
    TableHeader(List<String> cells) {
        this.names = cells.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty()) {
                LineFields.requireKnown(name);
                if (!seen.add(name)) {
                    throw RegistryProblem.parameter(name, "Two columns have this name.");
                }
            }
        }
        if (!seen.contains("number")) {
            throw new RegistryProblem(
                            ProblemType.MISSING_PARAMETER,
                            "The first row names the columns, and one of them is \"number\".")
                    .with("parameter", "number");
        }
    }

    /** Takes a row in as a line. An empty one is none; a value in a column without a name is never passed over. */
    void add(List<String> cells, Batch batch) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        long size = cells.stream().mapToLong(String::length).sum();
        if (size > batch.allowance().line().toBytes()) {
            batch.refuse(new HashMap<>(), batch.allowance().lineTooLarge());
            return;
        }
        for (int column = 0; column < cells.size(); column++) {
            if (name(column).isEmpty() && !cells.get(column).isBlank()) {
                refuse(cells, unnamed(column), batch);
                return;
            }
        }
        batch.add(values(cells));
    }

    /** Takes in a row that cannot be answered. */
    void refuse(List<String> cells, RegistryProblem problem, Batch batch) {
        batch.refuse(values(cells), problem);
    }

    /** @return empty where the column has none */
    String name(int column) {
        return column < names.size() ? names.get(column) : "";
    }

    private Map<String, String> values(List<String> cells) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int column = 0; column < cells.size(); column++) {
            if (!name(column).isEmpty()) {
                values.put(name(column), cells.get(column));
            }
        }
        return values;
    }

    private static RegistryProblem unnamed(int column) {
        return new RegistryProblem(
                ProblemType.UNKNOWN_PARAMETER,
                "There is a value in column " + (column + 1) + ", which has no name in the first row.");
    }
}
