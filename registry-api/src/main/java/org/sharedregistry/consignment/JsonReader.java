package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Set;
import org.sharedregistry.problem.JsonProblem;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** {@code {"lines": [{…}, …]}}, or the array alone. */
@Component
final class JsonReader implements BatchReader {

    private static final String LINES = "lines";

    private final JsonFactory factory;

    JsonReader(ConsignmentSettings settings) {
        this.factory = JsonLine.factory((int) settings.line().toBytes());
    }

    @Override
    public MediaType form() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public void read(Path body, MediaType sent, Batch batch) throws IOException {
        try (InputStream in = Files.newInputStream(body);
                JsonParser json = factory.createParser(ObjectReadContext.empty(), in)) {
            JsonToken first = json.nextToken();
            if (first == JsonToken.START_ARRAY) {
                lines(json, batch);
            } else if (first == JsonToken.START_OBJECT) {
                object(json, batch);
            } else {
                throw noLines();
            }
            if (json.nextToken() != null) {
                throw new RegistryProblem(ProblemType.MALFORMED_BODY, "There is something behind the end of the batch.")
                        .with("line", json.currentLocation().getLineNr());
            }
        } catch (JacksonException e) {
            throw JsonProblem.of(e);
        }
    }

    private static void object(JsonParser json, Batch batch) {
        boolean found = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            if (!json.currentName().equals(LINES)) {
                throw LineFields.unknown(json.currentName(), Set.of(LINES));
            }
            if (found || json.nextToken() != JsonToken.START_ARRAY) {
                throw noLines();
            }
            found = true;
            lines(json, batch);
        }
        if (!found) {
            throw noLines();
        }
    }

    private static void lines(JsonParser json, Batch batch) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            long start = json.currentLocation().getByteOffset();
            JsonLine line = JsonLine.read(json);
            long size = json.currentLocation().getByteOffset() - start;
            if (size > batch.allowance().line().toBytes()) {
                batch.refuse(new HashMap<>(), batch.allowance().lineTooLarge());
            } else {
                line.addTo(batch);
            }
        }
    }

    private static RegistryProblem noLines() {
        return new RegistryProblem(
                ProblemType.MALFORMED_BODY, "A batch is {\"lines\": [{…}, …]} or the array of lines alone.");
    }
}
