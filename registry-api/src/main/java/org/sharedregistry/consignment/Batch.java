package org.sharedregistry.consignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/** Takes in the lines of one batch in their order. A line that is wrong keeps its place, with what is wrong with it. */
final class Batch {

    private final Allowance allowance;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Map<String, String>, Integer> firsts = new HashMap<>();

    Batch(Allowance allowance) {
        this.allowance = allowance;
    }

    /**
     * Takes a line in.
     *
     * @param values by name, as they were sent; may be changed
     * @throws RegistryProblem when there are too many lines
     */
    void add(Map<String, String> values) {
        add(values, null);
    }

    /**
     * Takes in a line that cannot be answered.
     *
     * @param values what could be understood of it; may be changed
     * @throws RegistryProblem when there are too many lines
     */
    void refuse(Map<String, String> values, RegistryProblem problem) {
        add(values, problem);
    }

    Allowance allowance() {
        return allowance;
    }

    List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    private void add(Map<String, String> values, @Nullable RegistryProblem found) {
        int number = lines.size() + 1;
        allowance.checkLines(number);
        Optional<RegistryProblem> inValues = LineFields.clean(values);
        RegistryProblem problem = found != null ? found : inValues.orElse(null);
        if (problem == null) {
            lines.add(new Line(number, values, firsts.putIfAbsent(said(values), number), null));
        } else {
            lines.add(new Line(number, values, null, problem.with("line", number)));
        }
    }

    private static Map<String, String> said(Map<String, String> values) {
        Map<String, String> said = new HashMap<>(values);
        said.remove(LineFields.LINE_ID);
        return said;
    }
}
