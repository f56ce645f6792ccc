package org.sharedregistry.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.sharedregistry.consignment.Reading.SETTINGS;
import static org.sharedregistry.consignment.Reading.lines;
import static org.sharedregistry.consignment.Reading.refusal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadersTest {

    private final JsonReader json = new JsonReader(SETTINGS);
    private final NdjsonReader ndjson = new NdjsonReader(SETTINGS);

    @Test
    void readsAnArrayAloneInAnObjectOrALineEach() {
        String first = "{\"lineId\":\"A\",\"number\":\"1\",\"model\":null}";
        String second = "{\"number\":4810000000017,\"model\":\" \"}";
        for (List<Line> lines : List.of(
                lines(json, "[" + first + "," + second + "]"),
                lines(json, "{\"lines\":[" + first + "," + second + "]}"),
                lines(ndjson, "\ufeff" + first + "\r\n \n" + second))) {
            assertThat(lines)
                    .extracting(Line::values, Reading::problem)
                    .containsExactly(
                            tuple(Map.of("lineId", "A", "number", "1"), ""),
                            tuple(Map.of("number", "4810000000017"), ""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lineId\":\"A\",\"nummer\":\"1\"}|unknown-parameter",
                "{\"lineId\":\"A\",\"number\":{\"a\":[1]}}|invalid-parameter",
                "{\"lineId\":\"A\",\"number\":\"1\",\"number\":\"2\"}|invalid-parameter",
                "{\"lineId\":\"A\",\"number\":\"a\\u0000b\"}|invalid-parameter",
                "{\"lineId\":\"A\",\"number\":\"\\ud800\"}|invalid-parameter",
            })
    void keepsWhatIsWrongInALineToTheLine(String line, String problem) {
        for (List<Line> lines : List.of(
                lines(json, "[" + line + ",{\"number\":\"2\"}]"), lines(ndjson, line + "\n{\"number\":\"2\"}"))) {
            assertThat(lines).extracting(Reading::problem).containsExactly(problem, "");
            assertThat(lines.get(0).value("lineId")).isEqualTo("A");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"text\"", "[[[]]]", "null"})
    void takesOnlyObjectsForLines(String line) {
        for (List<Line> lines : List.of(
                lines(json, "[" + line + ",{\"number\":\"2\"}]"), lines(ndjson, line + "\n{\"number\":\"2\"}"))) {
            assertThat(lines).extracting(Reading::problem).containsExactly("invalid-field", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"number\":", "{\"number\":\"1\"} {", "[1", "nul", "{\"number\":\"\u0001\"}", "{]"})
    void goesOnBehindALineThatIsNoJson(String line) {
        List<Line> lines = lines(ndjson, line + "\n{\"number\":\"2\"}\n");
        assertThat(lines).extracting(Reading::problem).containsExactly("malformed-body", "");
    }

    @Test
    void passesOverWhatNestsWithoutEnd() {
        String deep = "{\"number\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
        assertThat(lines(ndjson, deep + "\n{\"number\":\"2\"}"))
                .extracting(Reading::problem)
                .containsExactly("malformed-body", "");
        assertThat(refusal(json, "[" + deep + "]").getType()).hasToString("/problems/malformed-body");
    }

    @Test
    void goesOnBehindALineOfTenMegabytesWhereLinesEnd() {
        String longLine = "{\"number\":\"" + "9".repeat(10_000_000) + "\"}";
        assertThat(lines(ndjson, "{\"number\":\"1\"}\n" + longLine + "\n{\"number\":\"2\"}"))
                .extracting(Reading::problem)
                .containsExactly("", "malformed-body", "");
        assertThat(refusal(json, "[" + longLine + "]").getType()).hasToString("/problems/malformed-body");
    }

    @Test
    void refusesALineThatIsLongByManyValues() {
        String many = "{\"number\":\"1\"" + ",\"model\":\"b\"".repeat(10_000) + "}";
        assertThat(lines(json, "[" + many + ",{\"number\":\"2\"}]"))
                .extracting(Reading::problem)
                .containsExactly("malformed-body", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|malformed-body",
                "{}|malformed-body",
                "7|malformed-body",
                "{\"lines\":7}|malformed-body",
                "{\"lines\":[],\"lines\":[]}|malformed-body",
                "{\"lines\":[],\"lang\":\"ru\"}|unknown-parameter",
                "[{\"number\":\"1\"},|malformed-body",
                "[] []|malformed-body",
                "[{\"number\":\"1\"}]]|malformed-body",
            })
    void refusesAJsonBatchThatIsWrongAsAWhole(String body, String problem) {
        assertThat(refusal(json, body).getType()).hasToString("/problems/" + problem);
    }
}
