package org.sharedregistry.examination;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sharedregistry.paper.Field;

/**
 * What the registry holds of an attestation or a goods entry, in the fields in which papers speak.
 *
 * @param id of the attestation or entry
 * @param name its number, or the name of a draft
 * @param values by field; a field that the registry does not keep is absent, one that is empty there has no values
 */
record Recorded(Subject subject, UUID id, String name, Map<Field, List<Value>> values) {

    Recorded {
        values = Map.copyOf(values);
    }

    List<Value> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    /** What papers are compared with. */
    public enum Subject {
        ATTESTATION,
        GOODS
    }

    /** A value as shown, and as compared with the key of what is printed. */
    record Value(String value, String key) {}
}
