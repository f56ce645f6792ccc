package org.sharedregistry.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field whose values are to be counted over all entries that fit the query. The query's own filters on that field are
 * left out of the counting, so that the other values can still be chosen.
 *
 * @param values of a field of {@link IndexEntry#periods()}, those to be counted; empty for a field of {@link
 *     IndexEntry#keywords()}, of which the {@value #MOST_VALUES} most frequent are counted
 * @param on the day on which the values must hold; null for keywords
 */
public record Facet(
        String field, Set<String> values, @Nullable LocalDate on) {

    /** How many values of one field are given at most. */
    public static final int MOST_VALUES = 100;

    public Facet {
        values = Set.copyOf(values);
    }

    public static Facet of(String field) {
        return new Facet(field, Set.of(), null);
    }

    public static Facet on(LocalDate day, String field, Set<String> values) {
        return new Facet(field, values, day);
    }

    /** The filter for one of its values. */
    public Filter narrowedTo(String value) {
        return new Filter(field, Set.of(value), on);
    }
}
