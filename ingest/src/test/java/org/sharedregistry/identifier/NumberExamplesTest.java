package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every number that was seen in the field, as typed, printed or recognised. */
class NumberExamplesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "number_examples.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void comesDownToItsKey(String typed, String country, String note, String folded, String key, String expected) {
        assertThat(Identifiers.normalise(typed).folded()).isEqualTo(folded);
        assertThat(Identifiers.normalise(typed).key()).isEqualTo(key);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "number_examples.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void isReadAsExpected(String typed, String country, String note, String folded, String key, String expected) {
        List<Reading> readings = Identifiers.read(typed);
        switch (expected) {
            case "parse" -> {
                assertThat(readings).isNotEmpty();
                assertThat(readings.get(0).confidence()).isNotEqualTo(Confidence.LOW);
                String body = key.substring(key.indexOf('|') + 1);
                assertThat(readings.get(0).key())
                        .isEqualTo((key.startsWith("?") ? "E" : key.substring(0, 1)) + "|" + body);
                assertThat(readings.get(0).parts()).containsEntry("state", country);
            }
            case "reject" -> assertThat(readings).isEmpty();
            case "weak" ->
                assertThat(readings).isNotEmpty().allMatch(reading -> reading.confidence() == Confidence.LOW);
            default -> throw new IllegalArgumentException(expected);
        }
    }
}
