package org.sharedregistry.judged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Map<String, Integer> GRADES = Map.of("best", 3, "good", 2, "related", 1);

    @Test
    void givesOneToTheBestOrder() {
        assertThat(Figures.of(List.of("best", "good", "related", "other"), GRADES))
                .isEqualTo(new Figures(1, 1));
    }

    @Test
    void givesNothingToAnEmptyAnswer() {
        assertThat(Figures.of(List.of(), GRADES)).isEqualTo(new Figures(0, 0));
    }

    @Test
    void discountsByTheLogarithmOfTheRank() {
        // 1 / log2(2) + 3 / log2(4), of 7 / log2(2) + 3 / log2(3) + 1 / log2(4)
        assertThat(Figures.of(List.of("related", "other", "good"), GRADES).ndcg())
                .isCloseTo((1 + 1.5) / (7 + 1.892789 + 0.5), within(1e-6));
    }

    @Test
    void ranksTheFirstGoodOne() {
        assertThat(Figures.of(List.of("related", "other", "good"), GRADES).reciprocalRank())
                .isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void looksAtTenForTheGain() {
        List<String> found = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "best");
        assertThat(Figures.of(found, GRADES).ndcg()).isZero();
    }
}
