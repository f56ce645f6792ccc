package org.sharedregistry.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsignmentIT extends RegistryHttpTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FRIDGE = "ЕАЭС BY/112 02.01. ТР004 003 00123";

    /** As the demo answers them, and so that they differ in everything that can be asked. */
    private static final List<Map<String, String>> LINES = List.of(
            Map.of("lineId", "A", "number", FRIDGE, "destination", "RU"),
            Map.of("lineId", "B", "number", "ЕАЭС RU С-RU.НА81.В.00482/25", "on", "2026-10-11"),
            Map.of("lineId", "C", "number", "ЕАЭС RU С-RU.НА81.В.00482/25", "on", "2026-10-12"),
            Map.of("lineId", "D", "number", "ЕАЭС BY/112 02.01. ТР004 003.01 00187", "model", "СМ-7", "lang", "ru"),
            Map.of("lineId", "E", "number", "RU С-BY.НА81.В.00311/25", "purpose", "PROCUREMENT"),
            Map.of("lineId", "F", "number", "ЕАЭС RU С-BY.НА81.В.99999/24", "manufacturedOn", "2026-01-01"),
            Map.of("lineId", "G", "number", "☃ \" ; ' or 1=1 --", "regime", "union-state"));

    @Test
    void answersEachLineAsTheSingleCallDoes() {
        List<JsonNode> items = items(as("officer-RU").batch("?destination=BY", NDJSON, ndjson(LINES), "*/*"));

        assertThat(items).hasSize(LINES.size() + 1);
        for (int i = 0; i < LINES.size(); i++) {
            JsonNode item = items.get(i);
            assertThat(item.at("/line").asInt()).isEqualTo(i + 1);
            assertThat(item.at("/lineId").asString()).isEqualTo(LINES.get(i).get("lineId"));
            assertThat(item.at("/answer"))
                    .isEqualTo(single(
                            LINES.get(i), item.at("/answer/query/knownAt").asString()));
            assertThat(item.has("problem")).isFalse();
        }
        JsonNode summary = items.get(LINES.size()).at("/summary");
        assertThat(summary.at("/lines").asInt()).isEqualTo(7);
        assertThat(summary.at("/answered").asInt()).isEqualTo(7);
        assertThat(summary.at("/verdicts/RECOGNIZED").asInt()).isPositive();
    }

    private JsonNode single(Map<String, String> line, String knownAt) {
        TreeMap<String, String> parameters = new TreeMap<>(line);
        parameters.remove("lineId");
        parameters.putIfAbsent("destination", "BY");
        parameters.put("knownAt", knownAt);
        return as("officer-RU")
                .get(
                        "/api/v1/verifications",
                        parameters.entrySet().stream()
                                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                                .toArray(String[]::new))
                .json();
    }

    @Test
    void answersTheSameInEveryForm() {
        Client officer = as("officer-RU");
        List<JsonNode> expected = items(officer.batch("?destination=BY", NDJSON, ndjson(LINES), NDJSON));
        for (Client.Answer answer : List.of(
                officer.batch("?destination=BY", "application/json", json(LINES), "application/json"),
                officer.batch("?destination=BY", "text/csv", csv(LINES, ";", UTF_8), "application/json"),
                officer.batch(
                        "?destination=BY",
                        "text/csv",
                        csv(LINES.subList(0, 6), "\t", Charset.forName("windows-1251")),
                        "application/json"),
                officer.batch("?destination=BY", XLSX, xlsx(LINES), "application/json"))) {
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            List<JsonNode> items = new ArrayList<>();
            answer.json().at("/items").forEach(items::add);
            assertThat(items).isEqualTo(expected.subList(0, items.size()));
            assertThat(answer.json().at("/summary/lines").asInt()).isEqualTo(items.size());
        }
    }

    @Test
    void answersAsATable() {
        Client.Answer answer = as("officer-RU").batch("?destination=BY", NDJSON, ndjson(LINES), "text/csv");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        List<String> rows = new String(answer.bytes(), UTF_8).lines().toList();
        assertThat(rows).hasSize(LINES.size() + 1);
        assertThat(rows.get(0))
                .isEqualTo(
                        "line,lineId,number,documentStatus,verdict,registryNumbers,blockingReasons,findings,repeats,error");
        assertThat(rows.get(3)).startsWith("3,C,ЕАЭС RU С-RU.НА81.В.00482/25,SUSPENDED,NOT_RECOGNIZED,union-state-RU-");
    }

    @Test
    void goesOnBehindALineThatIsWrong() {
        String body = """
                {"lineId":"1","number":"%1$s"}
                {"lineId":"2","number":"%1$s","destination":"Беларусь"}
                {"lineId":"3","number":"%1$s","on":"2026-02-30"}
                {"lineId":"4","number":"%1$s","onn":"2026-02-03"}
                {"lineId":"5","number":"%1$s","knownAt":"2999-01-01T00:00:00Z"}
                {"lineId":"6"}
                nonsense
                {"lineId":"8","number":"%2$s"}
                {"lineId":"9","number":"%1$s","purpose":"HOLIDAY"}
                {"lineId":"10","number":"%1$s"}
                """.formatted(FRIDGE, "9".repeat(501));
        List<JsonNode> items = items(anyone().batch("?destination=RU", NDJSON, body.getBytes(UTF_8), NDJSON));
        assertThat(items)
                .extracting(item -> item.at("/problem/type").asString("").replace("/problems/", "") + " "
                        + item.at("/problem/parameter").asString("") + " "
                        + item.at("/problem/line").asInt(0))
                .containsExactly(
                        "  0",
                        "invalid-parameter destination 2",
                        "invalid-parameter on 3",
                        "unknown-parameter onn 4",
                        "invalid-parameter knownAt 5",
                        "invalid-parameter number 6",
                        "malformed-body  7",
                        "invalid-parameter number 8",
                        "invalid-parameter purpose 9",
                        "  0",
                        "  0");
        assertThat(items.get(9).at("/answer/verdict").asString()).isEqualTo("RECOGNIZED");
        assertThat(items.get(9).at("/repeats").asInt()).isEqualTo(1);
        assertThat(items.get(10).at("/summary")).hasToString("""
                {"lines":10,"answered":2,"failed":8,"repeated":1,"verdicts":{"RECOGNIZED":2}}""");
    }

    @ParameterizedTest
    @CsvSource({
        // number, code, what is found
        "ЕАЭС BY/112 02.01. ТР004 003 00123, 01401, ''",
        "ЕАЭС BY/112 02.01. ТР004 003 00123, 01402, DOCUMENT_CODE_CONTRADICTS",
        "ЕАЭС BY/112 02.01. ТР004 003 00123, 1402, DOCUMENT_CODE_CONTRADICTS",
        "ЕАЭС BY/112 02.01. ТР004 003 00123, 01191, ''",
        "ЕАЭС BY/112 02.01. ТР004 003 00123, 06011, ''",
        "ЕАЭС BY/112 02.01. ТР004 003 00123, 99999, DOCUMENT_CODE_UNKNOWN",
        "ЕАЭС N RU Д-BY.РА01.В.12345/24, 01402, ''",
        "ЕАЭС N RU Д-BY.РА01.В.12345/24, 01401, DOCUMENT_CODE_CONTRADICTS",
        // The registry does not hold it, but its number says what it is.
        "ЕАЭС RU С-BY.НА81.В.99999/24, 01402, DOCUMENT_CODE_CONTRADICTS",
        "nonsense, 01402, ''"
    })
    void comparesTheCodeOfTheDocumentWithItsKind(String number, String code, String found) {
        List<JsonNode> items = items(anyone().batch(
                        "?destination=RU&lang=ru",
                        NDJSON,
                        ndjson(List.of(Map.of("number", number, "documentCode", code))),
                        NDJSON));
        assertThat(items.get(0).at("/findings/0/code").asString("")).isEqualTo(found);
        if (!found.isEmpty()) {
            assertThat(items.get(0).at("/findings/0/text").asString()).contains("Код", code);
        }
    }

    @Test
    void checksContainersAndWagonsAndGivesTheTransportBack() {
        List<JsonNode> items = items(anyone().batch(
                        "?destination=RU",
                        NDJSON,
                        ndjson(List.of(
                                Map.of(
                                        "number",
                                        FRIDGE,
                                        "cmr",
                                        "BY 123",
                                        "plate",
                                        "AB 1234-7",
                                        "container",
                                        "CSQU3054383",
                                        "wagon",
                                        "24548885",
                                        "waybill",
                                        "1234567"),
                                Map.of("number", FRIDGE, "container", "CSQU3054384", "wagon", "24548886"),
                                Map.of("container", "neither", "wagon", "nor"))),
                        NDJSON));
        assertThat(items.get(0).at("/findings")).isEmpty();
        assertThat(items.get(0).at("/transport").propertyNames())
                .containsExactlyInAnyOrder("cmr", "plate", "container", "wagon", "waybill");
        for (JsonNode item : items.subList(1, 3)) {
            assertThat(item.at("/findings"))
                    .extracting(finding -> finding.at("/code").asString())
                    .containsExactly("CONTAINER_WRONG", "WAGON_WRONG");
        }
    }

    @Test
    void answersTenThousandLinesAndRefusesOneMore() {
        Client officer = as("officer-RU");
        List<JsonNode> items = items(officer.batch("?destination=RU", NDJSON, many(10_000), NDJSON));
        assertThat(items).hasSize(10_001);
        assertThat(items.get(10_000).at("/summary/answered").asInt()).isEqualTo(10_000);

        Client.Answer refused = officer.batch("?destination=RU", NDJSON, many(10_001), NDJSON);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("too-many-lines");
        assertThat(refused.at("/limit")).isEqualTo("10000");
    }

    @Test
    void takesFewerLinesFromWhomItDoesNotKnow() {
        assertThat(items(anyone().batch("?destination=RU", NDJSON, many(100), NDJSON)))
                .hasSize(101);
        Client.Answer lines = anyone().batch("?destination=RU", NDJSON, many(101), NDJSON);
        assertThat(lines.status()).isEqualTo(403);
        assertThat(lines.at("/detail")).contains("Send an API key");
        Client.Answer body = anyone().batch("", NDJSON, new byte[1024 * 1024 + 1], NDJSON);
        assertThat(body.status()).isEqualTo(413);
        assertThat(body.problem()).isEqualTo("file-too-large");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Client.Answer answer = as("officer-RU").batch("", "text/csv", new byte[33 * 1024 * 1024], NDJSON);
        assertThat(answer.problem()).isEqualTo("file-too-large");
    }

    @Test
    void outlivesALineOfTenMegabytes() {
        String body = "{\"number\":\"" + FRIDGE + "\"}\n{\"number\":\"" + "9".repeat(10_000_000) + "\"}\n{\"number\":\""
                + FRIDGE + "\"}";
        List<JsonNode> items = items(as("officer-RU").batch("?destination=RU", NDJSON, body.getBytes(UTF_8), NDJSON));
        assertThat(items)
                .extracting(item -> item.at("/answer/verdict").asString(""))
                .containsExactly("RECOGNIZED", "", "RECOGNIZED", "");
    }

    @Test
    void refusesTheLineOfACellWithAFormulaAndAnswersTheRest() {
        byte[] book = workbook(sheet -> {
            fill(sheet.createRow(0), List.of("lineId", "number", "on"));
            fill(sheet.createRow(1), List.of("A", FRIDGE));
            Row row = sheet.createRow(2);
            fill(row, List.of("B", FRIDGE));
            row.createCell(2).setCellFormula("TODAY()");
            fill(sheet.createRow(4), List.of("C", FRIDGE));
        });
        List<JsonNode> items = items(anyone().batch("?destination=RU", XLSX, book, NDJSON));
        assertThat(items)
                .extracting(item -> item.at("/lineId").asString("")
                        + item.at("/answer/verdict").asString(""))
                .containsExactly("ARECOGNIZED", "B", "CRECOGNIZED", "");
        assertThat(items.get(1).at("/problem/parameter").asString()).isEqualTo("on");
        assertThat(items.get(1).at("/problem/line").asInt()).isEqualTo(2);
        assertThat(items.get(1).at("/problem/detail").asString()).contains("formula");
    }

    @Test
    void refusesABrokenWorkbookAndOneWithTooManyRows() {
        byte[] good = xlsx(LINES);
        for (byte[] bad : List.of(Arrays.copyOf(good, good.length / 2), "number".getBytes(UTF_8), new byte[0])) {
            Client.Answer answer = anyone().batch("?destination=RU", XLSX, bad, NDJSON);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed-body");
        }
        byte[] tooLong = workbook(sheet -> {
            fill(sheet.createRow(0), List.of("number"));
            for (int i = 1; i <= 10_001; i++) {
                fill(sheet.createRow(i), List.of("BY/112 " + i));
            }
        });
        assertThat(as("officer-RU").batch("", XLSX, tooLong, NDJSON).problem()).isEqualTo("too-many-lines");
        assertThat(anyone().batch("", XLSX, tooLong, NDJSON).problem()).isEqualTo("forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "?lang=fr, invalid-parameter, lang",
        "?destination=russia, invalid-parameter, destination",
        "?on=tomorrow, invalid-parameter, on",
        "?knownAt=2999-01-01T00:00:00Z, invalid-parameter, knownAt",
        "?purpose=HOLIDAY, invalid-parameter, purpose",
        "?number=1, unknown-parameter, number"
    })
    void refusesDefaultsThatNoLineCouldHave(String query, String problem, String parameter) {
        Client.Answer answer = anyone().batch(query, NDJSON, many(1), NDJSON);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.at("/parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "text/csv;charset=x",
                "nonsense"
            })
    void refusesFormsThatItDoesNotRead(String form) {
        Client.Answer answer = anyone().batch("?destination=RU", form, many(1), NDJSON);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesToAnswerInAFormItCannotGive() {
        Client.Answer answer = anyone().batch("?destination=RU", NDJSON, many(1), "application/xml");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
    }

    @Test
    void refusesABatchWithoutALine() {
        for (String form : List.of(NDJSON, "application/json", "text/csv", XLSX)) {
            assertThat(anyone().batch("", form, new byte[0], NDJSON).problem())
                    .as(form)
                    .isEqualTo("malformed-body");
        }
    }

    @Test
    void isDescribed() {
        JsonNode call = anyone().get("/v3/api-docs").json().at("/paths/~1api~1v1~1verifications~1batch/post");
        assertThat(call.at("/parameters"))
                .extracting(parameter -> parameter.at("/name").asString())
                .containsExactlyInAnyOrder("destination", "purpose", "on", "knownAt", "regime", "lang");
        assertThat(call.at("/requestBody/content").propertyNames())
                .contains(NDJSON, "application/json", "text/csv", XLSX);
    }

    private static byte[] many(int lines) {
        return ndjson(IntStream.range(0, lines)
                .mapToObj(i -> Map.of("lineId", String.valueOf(i), "number", "BY/112 02.01. ТР004 003 " + i))
                .toList());
    }

    private static byte[] ndjson(List<Map<String, String>> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(JSON.writeValueAsString(line)).append('\n'));
        return body.toString().getBytes(UTF_8);
    }

    private static byte[] json(List<Map<String, String>> lines) {
        return JSON.writeValueAsBytes(Map.of("lines", lines));
    }

    private static byte[] csv(List<Map<String, String>> lines, String delimiter, Charset charset) {
        List<String> names = names(lines);
        StringBuilder table = new StringBuilder(String.join(delimiter, names));
        for (Map<String, String> line : lines) {
            table.append("\r\n")
                    .append(String.join(
                            delimiter,
                            names.stream()
                                    .map(name ->
                                            '"' + line.getOrDefault(name, "").replace("\"", "\"\"") + '"')
                                    .toList()));
        }
        return table.toString().getBytes(charset);
    }

    private static List<String> names(List<Map<String, String>> lines) {
        return lines.stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static byte[] xlsx(List<Map<String, String>> lines) {
        List<String> names = names(lines);
        return workbook(sheet -> {
            fill(sheet.createRow(0), names);
            for (Map<String, String> line : lines) {
                fill(
                        sheet.createRow(sheet.getLastRowNum() + 1),
                        names.stream().map(name -> line.getOrDefault(name, "")).toList());
            }
        });
    }

    private static void fill(Row row, List<String> cells) {
        for (String cell : cells) {
            row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(cell);
        }
    }

    private static byte[] workbook(Consumer<Sheet> filling) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook()) {
            filling.accept(workbook.createSheet());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> items(Client.Answer answer) {
        assertThat(answer.status()).as(new String(answer.bytes(), UTF_8)).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(NDJSON);
        return new String(answer.bytes(), UTF_8).lines().map(JSON::readTree).toList();
    }
}
