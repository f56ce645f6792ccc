package org.sharedregistry.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param kind what is looked for, such as {@code goods} or {@code page}
 * @param text words as a person typed them, or an identifier in any spelling, read by {@link
 *     org.sharedregistry.language.ParsedQuery}; blank for everything
 * @param audience who asks; decides inside the query what can be found and counted
 * @param filters all of which an entry must pass
 * @param facets what is to be counted besides
 * @param order relevance, or a sort field
 * @param size how many hits at most, 0 to {@value #MOST_HITS}
 * @param after the {@link SearchResult.Hit#position()} behind which to go on, or null for the first page
 */
public record SearchQuery(
        String kind,
        String text,
        Audience audience,
        List<Filter> filters,
        List<Facet> facets,
        Order order,
        int size,
        @Nullable String after) {

    /** The most hits of one answer. */
    public static final int MOST_HITS = 1_000;

    public SearchQuery {
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
        if (size < 0 || size > MOST_HITS) {
            throw new IllegalArgumentException("Not a number of hits: " + size);
        }
    }

    /** What everybody may see, the best 20. */
    public static SearchQuery ofEverybody(String kind, String text) {
        return new SearchQuery(kind, text, Audience.PUBLIC, List.of(), List.of(), Order.RELEVANCE, 20, null);
    }

    /** The filters on all fields but one. */
    public List<Filter> filtersBut(String field) {
        return filters.stream().filter(filter -> !filter.field().equals(field)).toList();
    }

    /**
     * Relevance (an exact identifier first, then BM25), or ascending by one field of {@link IndexEntry#sort()} in the
     * order of code points, entries without it last. Ties by id.
     *
     * @param field null for relevance
     */
    public record Order(@Nullable String field) {
        public static final Order RELEVANCE = new Order(null);

        /** By id alone: a field that nothing has. */
        public static final Order ID = new Order("id");
    }

    /** Who asks: everyone sees what is public, and besides that the entries that name one of {@code readers}. */
    public record Audience(Set<String> readers) {
        public static final Audience PUBLIC = new Audience(Set.of());

        public Audience {
            readers = Set.copyOf(readers);
        }
    }
}
