package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** An item a line; the last line holds the summary, or the problem over which the answer broke off. */
final class NdjsonWriter implements AnswerWriter {

    private final JsonMapper json;
    private final OutputStream out;

    NdjsonWriter(JsonMapper json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    @Override
    public void item(Item item) throws IOException {
        line(item);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void end(Summary summary) throws IOException {
        line(Map.of("summary", summary));
    }

    @Override
    public void breakOff(ProblemDetail problem) throws IOException {
        line(Map.of("problem", problem));
    }

    private void line(Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }
}
