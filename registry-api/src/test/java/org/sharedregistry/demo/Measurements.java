package org.sharedregistry.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables that stand in reports, passports and extracts, by the key of their attestation or the name of their file. */
final class Measurements {

    private final Map<String, List<Table>> tables;

    private Measurements(Map<String, List<Table>> tables) {
        this.tables = tables;
    }

    static Measurements read() throws IOException {
        try (InputStream json = Measurements.class.getResourceAsStream("measurements.json")) {
            return new Measurements(new JsonMapper().readValue(json, new TypeReference<>() {}));
        }
    }

    /** The tables under a key; it is an error if there are none. */
    List<Table> of(String key) {
        List<Table> found = tables.get(key);
        if (found == null) {
            throw new IllegalArgumentException("No measurements for " + key);
        }
        return found;
    }

    record Table(String caption, List<String> columns, List<List<String>> rows) {}
}
