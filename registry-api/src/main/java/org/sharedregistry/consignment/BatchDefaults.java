package org.sharedregistry.consignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.Purpose;

/**
 * What holds for each line that does not say otherwise; the same parameters as of a single verification.
 *
 * @param destination the state where the goods are to count as recognised, ISO 3166-1 alpha-2
 * @param on the day that counts; today in the regime's time zone when left out
 * @param knownAt the moment whose knowledge counts; when left out, the same one for all lines
 * @param lang of the texts: ru, be or en
 */
record BatchDefaults(
        @Nullable String destination,
        @Nullable Purpose purpose,
        @Nullable LocalDate on,
        @Nullable Instant knownAt,
        @Nullable String regime,
        @Nullable String lang) {

    /** As a line would say it. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        put(values, "destination", destination);
        put(values, "purpose", purpose);
        put(values, "on", on);
        put(values, "knownAt", knownAt);
        put(values, "regime", regime);
        put(values, "lang", lang);
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
