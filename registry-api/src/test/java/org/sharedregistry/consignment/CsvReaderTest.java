package org.sharedregistry.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.sharedregistry.consignment.Reading.lines;
import static org.sharedregistry.consignment.Reading.refusal;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class CsvReaderTest {

    private final CsvReader reader = new CsvReader();

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsOutWhatPartsTheColumns(String delimiter) {
        assertThat(lines(
                        reader,
                        String.join(delimiter, "lineId", "number", "destination") + "\r\n"
                                + String.join(delimiter, "A", "\"1" + delimiter + "2\"", "BY")))
                .singleElement()
                .extracting(Line::values)
                .isEqualTo(Map.of("lineId", "A", "number", "1" + delimiter + "2", "destination", "BY"));
    }

    @Test
    void readsOneColumnAlone() {
        assertThat(lines(reader, "number\n1\n2\n"))
                .extracting(line -> line.value("number"))
                .containsExactly("1", "2");
    }

    @Test
    void findsOutTheCharset() {
        String table = "number;model\nЕАЭС RU С-BY.НА81.В.00123/24;Ў-1\n";
        Charset windows = Charset.forName("windows-1251");
        List<Line> expected = lines(reader, table);
        assertThat(expected.get(0).value("number")).isEqualTo("ЕАЭС RU С-BY.НА81.В.00123/24");
        assertThat(lines(reader, reader.form(), table.getBytes(windows))).isEqualTo(expected);
        assertThat(lines(reader, new MediaType("text", "csv", windows), table.getBytes(windows)))
                .isEqualTo(expected);
        assertThat(lines(reader, "\ufeff" + table)).isEqualTo(expected);
        assertThat(lines(reader, new MediaType("text", "csv", UTF_8), ("\ufeff" + table).getBytes(UTF_8)))
                .isEqualTo(expected);
    }

    @Test
    void readsQuotedValuesOverSeveralLines() {
        assertThat(lines(reader, "number,model\n1,\"a\nb \"\"c\"\", d\"\n2,e\n"))
                .extracting(line -> line.value("model"))
                .containsExactly("a\nb \"c\", d", "e");
    }

    @Test
    void passesOverEmptyRowsAndColumnsAndNumbersTheRest() {
        assertThat(lines(reader, "number;;\n\n1;;\n;;\n 2 \n"))
                .extracting(Line::number, line -> line.value("number"))
                .containsExactly(tuple(1, "1"), tuple(2, "2"));
    }

    @Test
    void neverPassesOverAValueWithoutAColumn() {
        List<Line> lines = lines(reader, "lineId,number,\nA,1,x\nB,2,,y\nC,3\n");
        assertThat(lines).extracting(Reading::problem).containsExactly("unknown-parameter", "unknown-parameter", "");
        assertThat(lines).extracting(line -> line.value("lineId")).containsExactly("A", "B", "C");
    }

    @ParameterizedTest
    @CsvSource({
        "'number,nummer\n1,2', unknown-parameter, nummer",
        "'Number\n1', unknown-parameter, Number",
        "'sep=;\nnumber\n1', unknown-parameter, sep=",
        "'number,model,number\n1,2,3', invalid-parameter, number",
        "'lineId,model\n1,2', missing-parameter, number",
        "'1,RU\n2,RU', unknown-parameter, 1",
        "'number\n1\n\"2\n3\n', malformed-body, ''",
        "'number\n\"1\"2\n3\n', malformed-body, ''",
    })
    void refusesATableThatIsWrongAsAWhole(String table, String type, String parameter) {
        var problem = refusal(reader, table);
        assertThat(problem.getType()).hasToString("/problems/" + type);
        if (!parameter.isEmpty()) {
            assertThat(problem.getProperties()).containsEntry("parameter", parameter);
        } else {
            assertThat(problem.getProperties()).containsKey("line");
        }
    }

    @Test
    void refusesATextInAnotherCharsetThanItSays() {
        byte[] windows = "number\nЕАЭС\n".getBytes(Charset.forName("windows-1251"));
        assertThat(catchThrowable(() -> lines(reader, new MediaType("text", "csv", UTF_8), windows)))
                .hasMessage("The text is not written in UTF-8.");
    }

    @Test
    void goesOnBehindALineOfTenMegabytes() {
        List<Line> lines = lines(reader, "number,model\n1,a\n2," + "b".repeat(10_000_000) + "\n3,c\n");
        assertThat(lines).extracting(Reading::problem).containsExactly("", "malformed-body", "");
        assertThat(lines.get(2).value("number")).isEqualTo("3");
    }

    @Test
    void refusesAValueThatIsTooLongAndKeepsTheRest() {
        Line line = lines(reader, "number,model\n1," + "b".repeat(1001) + "\n").get(0);
        assertThat(Reading.problem(line)).isEqualTo("invalid-parameter");
        assertThat(line.values()).isEqualTo(Map.of("number", "1"));
    }
}
