package org.sharedregistry.consignment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/**
 * One line of a batch.
 *
 * @param number its place, from 1
 * @param values what it says, by name; of a line that is wrong, what could be understood
 * @param repeats the number of the first line that says the same, apart from {@code lineId}
 * @param problem why it cannot be answered
 */
record Line(
        int number,
        Map<String, String> values,
        @Nullable Integer repeats,
        @Nullable RegistryProblem problem) {

    Line {
        values = Map.copyOf(values);
    }

    @Nullable
    String value(String name) {
        return values.get(name);
    }
}
