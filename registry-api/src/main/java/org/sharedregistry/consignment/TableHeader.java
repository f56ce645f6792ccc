package org.sharedregistry.consignment;

import java.util.HashMap;
import java.util.HashSet;
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
        Map<String, String> values = new HashMap<>();
        int unnamed = 0;
        for (int column = 0; column < cells.size(); column++) {
            if (column < names.size() && !names.get(column).isEmpty()) {
                values.put(names.get(column), cells.get(column));
            } else if (!cells.get(column).isBlank()) {
                unnamed = column + 1;
            }
        }
        if (unnamed == 0) {
            batch.add(values);
        } else {
            batch.refuse(
                    values,
                    new RegistryProblem(
                            ProblemType.UNKNOWN_PARAMETER,
                            "There is a value in column " + unnamed + ", which has no name in the first row."));
        }
    }
}
