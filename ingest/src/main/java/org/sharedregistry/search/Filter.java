package org.sharedregistry.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an entry must hold: at least one of some values of a field.
 *
 * @param on the day on which it must hold it, for a field of {@link IndexEntry#periods()}; null for a field of {@link
 *     IndexEntry#keywords()}
 */
public record Filter(
        String field, Set<String> values, @Nullable LocalDate on) {

    public Filter {
        values = Set.copyOf(values);
    }

    public static Filter of(String field, String... values) {
        return new Filter(field, Set.of(values), null);
    }

    public static Filter on(LocalDate day, String field, String... values) {
        return new Filter(field, Set.of(values), day);
    }
}
