package org.sharedregistry.attestation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;

/** What an attestation is looked up by: the same for every spelling of its number. */
final class NumberKey {

    /** Marks the key of a number that follows no grammar, such as a laboratory's own. */
    private static final String FREE = "FREE|";

    private NumberKey() {}

    /** The key under which an attestation is kept. */
    static String of(AttestationKind kind, String number) {
        if (kind == AttestationKind.TEST_REPORT) {
            return free(number);
        }
        return Identifiers.read(number).stream()
                .filter(kind::isNamedBy)
                .map(Reading::key)
                .findFirst()
                .orElseGet(() -> free(number));
    }

    /** All keys that a number as typed can mean. */
    static Set<String> candidates(String number, List<Reading> readings) {
        Set<String> keys = readings.stream().map(Reading::key).collect(Collectors.toCollection(LinkedHashSet::new));
        String free = free(number);
        if (free.length() > FREE.length()) {
            keys.add(free);
        }
        return keys;
    }

    private static String free(String number) {
        return FREE + Folding.bare(number);
    }
}
