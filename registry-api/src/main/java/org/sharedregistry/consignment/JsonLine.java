package org.sharedregistry.consignment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One line in JSON: an object of plain values.
 *
 * @param problem what is wrong with it as a line, though it is well-formed JSON
 */
record JsonLine(Map<String, String> values, @Nullable RegistryProblem problem) {

    /** Deep enough for a line that is wrong to be told so; shallow enough to be passed over at no cost. */
    private static final int DEEPEST = 50;

    static JsonFactory factory(int longestText) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(longestText)
                        .maxNameLength(longestText)
                        .build())
                .build();
    }

    /**
     * Reads the value at which the parser stands, to its end.
     *
     * @throws JacksonException for what is no JSON
     */
    static JsonLine read(JsonParser json) {
        Map<String, String> values = new LinkedHashMap<>();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new JsonLine(values, RegistryProblem.field("", "A line is an object, such as {\"number\": \"…\"}."));
        }
        RegistryProblem problem = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
                problem = RegistryProblem.parameter(LineFields.shown(name), "The value is a text or a number.");
            } else if (value != JsonToken.VALUE_NULL && values.put(name, json.getString()) != null) {
                problem = RegistryProblem.parameter(LineFields.shown(name), "The line says it twice.");
            }
        }
        return new JsonLine(values, problem);
    }

    void addTo(Batch batch) {
        if (problem == null) {
            batch.add(values);
        } else {
            batch.refuse(values, problem);
        }
    }
}
