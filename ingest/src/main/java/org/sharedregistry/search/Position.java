package org.sharedregistry.search;

import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.SearchQuery.Order;

/**
 * Where a hit stands in the order of all, for an engine to go on behind it.
 *
 * @param widening of the query that found it
 * @param tier {@link #EXACT} or {@link #WORDS}
 * @param value what it is sorted by; null when it has no such value, which stands last
 */
public record Position(
        Widening widening, int tier, @Nullable String value, String id) {

    /** The tier of entries that hold a code the query can mean. By relevance they come before all others. */
    public static final int EXACT = 0;

    /** The tier of entries that merely have the words; by a field, of all entries. */
    public static final int WORDS = 1;

    private static final String SEPARATOR = "\u0000";
    private static final String NO_VALUE = "-";
    private static final String VALUE = "+";

    /**
     * Reads what {@link #written} gave in the same order.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Position parse(String written, Order order) {
        String[] parts = written.split(SEPARATOR, 4);
        if (parts.length != 4 || parts[2].isEmpty() || !parts[1].matches("[01]")) {
            throw new IllegalArgumentException("Not a position of this index");
        }
        String value = parts[2].equals(NO_VALUE) ? null : parts[2].substring(1);
        Position position = new Position(Widening.valueOf(parts[0]), Integer.parseInt(parts[1]), value, parts[3]);
        if (order.equals(Order.RELEVANCE)) {
            position.score();
        }
        return position;
    }

    /**
     * The value as a score, which it is in the order of relevance.
     *
     * @throws IllegalArgumentException when it is none
     */
    public float score() {
        if (value == null) {
            throw new IllegalArgumentException("Not a position in the order of relevance");
        }
        return Float.parseFloat(value);
    }

    /** As {@link SearchResult.Hit#position()} gives it to callers. */
    public String written() {
        return widening + SEPARATOR + tier + SEPARATOR + (value == null ? NO_VALUE : VALUE + value) + SEPARATOR + id;
    }
}
