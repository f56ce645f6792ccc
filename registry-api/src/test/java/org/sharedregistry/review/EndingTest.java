package org.sharedregistry.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({"0, 7", "7, 7", "8, 30", "30, 30", "31, 60", "60, 60"})
    void isToldAsTheNearestOfThreeDistances(int left, int told) {
        assertThat(Ending.daysAhead(TODAY, TODAY.plusDays(left))).hasValue(told);
    }

    @ParameterizedTest
    @CsvSource({"-1", "61"})
    void isNotToldWhenPastOrFarOff(int left) {
        assertThat(Ending.daysAhead(TODAY, TODAY.plusDays(left))).isEmpty();
    }
}
