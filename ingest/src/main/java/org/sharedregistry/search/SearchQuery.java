package org.sharedregistry.search;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param kind what is looked for, such as {@code goods} or {@code page}
 * @param text words as a person typed them, or an identifier in any spelling, read by {@link
 *     org.sharedregistry.language.ParsedQuery}; blank for everything
 * @param audience who asks; decides inside the query what can be found and counted
 * @param keywords by field, the values of which an entry must hold at least one
 * @param on by period field, the day that one of an entry's periods must hold
 * @param order relevance, or a sort field
 * @param size how many hits at most, 0 to {@value #MOST_HITS}
 * @param after the {@link Hit#position()} behind which to go on, or null for the first page
 */
public record SearchQuery(
        String kind,
        String text,
        Audience audience,
        Map<String, Set<String>> keywords,
        Map<String, LocalDate> on,
        Order order,
        int size,
        @Nullable String after) {

    /** The most hits of one answer. */
    public static final int MOST_HITS = 1_000;

    public SearchQuery {
        keywords = Map.copyOf(keywords);
        on = Map.copyOf(on);
        if (size < 0 || size > MOST_HITS) {
            throw new IllegalArgumentException("Not a number of hits: " + size);
        }
    }

    /**
     * Relevance (an exact identifier first, then BM25), or ascending by one field of {@link IndexEntry#sort()} in the
     * order of code points, entries without it last. Ties by id.
     */
    public record Order(@Nullable String field) {
        public static final Order RELEVANCE = new Order(null);
    }

    /** Who asks: everyone sees what is public, and besides that the entries that name one of {@code readers}. */
    public record Audience(Set<String> readers) {
        public static final Audience PUBLIC = new Audience(Set.of());

        public Audience {
            readers = Set.copyOf(readers);
        }
    }
}
