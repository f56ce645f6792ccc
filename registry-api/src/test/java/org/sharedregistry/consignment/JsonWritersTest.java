package org.sharedregistry.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWritersTest {

    private static final Item ITEM = new Item(1, "A", "1", null, null, List.of(), null, null);
    private static final ProblemDetail PROBLEM =
            ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "broken");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void endsADocumentWithASummaryOrAProblemButNeverWithNeither() throws IOException {
        JsonWriter whole = new JsonWriter(json, out);
        whole.item(ITEM);
        whole.item(ITEM);
        whole.end(new Summary(2, 0, 2, 0, Map.of()));
        assertThat(read(out.toString(UTF_8)).propertyNames()).containsExactly("items", "summary");

        out.reset();
        JsonWriter broken = new JsonWriter(json, out);
        broken.item(ITEM);
        broken.breakOff(PROBLEM);
        assertThat(read(out.toString(UTF_8)).propertyNames()).containsExactly("items", "problem");
    }

    @Test
    void endsLinesWithASummaryOrAProblemButNeverWithNeither() throws IOException {
        NdjsonWriter broken = new NdjsonWriter(json, out);
        broken.item(ITEM);
        broken.breakOff(PROBLEM);
        List<String> lines = out.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(read(lines.get(1)).at("/problem/detail").asString()).isEqualTo("broken");
    }

    private JsonNode read(String text) {
        return json.readTree(text);
    }
}
