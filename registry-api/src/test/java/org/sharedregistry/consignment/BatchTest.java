package org.sharedregistry.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.util.unit.DataSize;

class BatchTest {

    private final Batch batch = new Batch(new Allowance(false, 4, DataSize.ofKilobytes(1), DataSize.ofKilobytes(1)));

    @Test
    void pointsFromALineToTheFirstThatSaysTheSame() {
        add(Map.of("lineId", "A", "number", "1"));
        add(Map.of("lineId", "B", "number", "1", "model", "x"));
        add(Map.of("lineId", "C", "number", " 1 "));
        add(Map.of("number", "1"));
        assertThat(batch.lines()).extracting(Line::repeats).containsExactly(null, null, 1, 1);
    }

    @Test
    void takesAsManyLinesAsAllowedAndNotOneMore() {
        for (int i = 0; i < 4; i++) {
            add(Map.of("number", "1"));
        }
        assertThatThrownBy(() -> add(Map.of("number", "1")))
                .isInstanceOfSatisfying(
                        RegistryProblem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_LINES));
    }

    private void add(Map<String, String> values) {
        batch.add(new HashMap<>(values));
    }
}
