package org.sharedregistry.identifier;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A reading before it is compared with what was typed.
 *
 * @param prefixAdded the prefix that the number lacked; empty when it lacked none
 */
record Draft(
        IdentifierKind kind,
        String key,
        String display,
        Map<String, String> parts,
        String prefixAdded,
        Confidence confidence) {

    /** A number of a scheme without prefixes. */
    static Draft of(IdentifierKind kind, String scheme, String display, Confidence confidence, String... parts) {
        String body = Normalised.lettersAndDigits(Folding.fold(display));
        return new Draft(kind, scheme + "|" + body, display, parts(parts), "", confidence);
    }

    /** Names and values in turn; a value that is null is left out. */
    static Map<String, String> parts(String... namesAndValues) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                parts.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return parts;
    }
}
