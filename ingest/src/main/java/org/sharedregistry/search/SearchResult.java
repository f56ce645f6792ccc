package org.sharedregistry.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sharedregistry.language.Widening;

/**
 * The answer to a {@link SearchQuery}.
 *
 * @param hits in order
 * @param total how many entries fit, counted exactly
 * @param facets by field, the values that are there, the most frequent first
 * @param widening how far the query had to be widened to find anything; {@code NONE} too when nothing was found
 */
public record SearchResult(List<Hit> hits, long total, Map<String, List<Count>> facets, Widening widening) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** One entry found, and where it stands in the order, to go on from there. */
    public record Hit(String id, String group, String position) {}

    /** How many entries hold a value. */
    public record Count(String value, long count) {

        private static final Comparator<Count> ORDER =
                Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value, CodePoints.ORDER);

        /** The most frequent first, then by the code points of the value; those that nothing holds are left out. */
        public static List<Count> mostFrequent(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .filter(each -> each.getValue() > 0)
                    .map(each -> new Count(each.getKey(), each.getValue()))
                    .sorted(ORDER)
                    .limit(Facet.MOST_VALUES)
                    .toList();
        }
    }
}
