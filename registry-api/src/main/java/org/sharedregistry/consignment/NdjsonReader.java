package org.sharedregistry.consignment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** An object a line. A line that is no JSON, or too long, is passed over to its end. */
@Component
final class NdjsonReader implements BatchReader {

    private final int longest;
    private final JsonFactory factory;

    NdjsonReader(ConsignmentSettings settings) {
        this.longest = (int) settings.line().toBytes();
        this.factory = JsonLine.factory(longest);
    }

    @Override
    public MediaType form() {
        return MediaType.APPLICATION_NDJSON;
    }

    @Override
    public void read(Path body, MediaType sent, Batch batch) throws IOException {
        byte[] line = new byte[longest];
        int length = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(body))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    add(line, length, batch);
                    length = 0;
                } else {
                    if (length < longest) {
                        line[length] = (byte) next;
                    }
                    length++;
                }
            }
            add(line, length, batch);
        }
    }

    private void add(byte[] line, int length, Batch batch) {
        if (length > longest) {
            batch.refuse(new HashMap<>(), batch.allowance().lineTooLarge());
            return;
        }
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), line, 0, length)) {
            if (json.nextToken() == null) {
                return;
            }
            JsonLine read = JsonLine.read(json);
            if (json.nextToken() == null) {
                read.addTo(batch);
            } else {
                batch.refuse(new HashMap<>(), malformed());
            }
        } catch (JacksonException e) {
            batch.refuse(new HashMap<>(), malformed());
        }
    }

    private static RegistryProblem malformed() {
        return new RegistryProblem(ProblemType.MALFORMED_BODY, "The line is not one flat JSON object, well-formed.");
    }
}
