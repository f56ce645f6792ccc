package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** One document: {@code items}, and behind them {@code summary}, or {@code problem} over which the answer broke off. */
final class JsonWriter implements AnswerWriter {

    private final JsonMapper json;
    private final OutputStream out;
    private String before = "{\"items\":[";

    JsonWriter(JsonMapper json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public void item(Item item) throws IOException {
        write(before);
        out.write(json.writeValueAsBytes(item));
        before = ",";
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end(Summary summary) throws IOException {
        end("summary", summary);
    }

    @Override
    public void breakOff(ProblemDetail problem) throws IOException {
        end("problem", problem);
    }

    private void end(String name, Object value) throws IOException {
        write("],\"" + name + "\":");
        out.write(json.writeValueAsBytes(value));
        write("}");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
