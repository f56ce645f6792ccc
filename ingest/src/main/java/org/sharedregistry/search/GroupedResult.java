package org.sharedregistry.search;

import java.util.List;
import java.util.Map;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.SearchResult.Count;

/**
 * The answer to {@link SearchIndex#searchGroups}.
 *
 * @param groups in the order of the best entry of each
 * @param total how many entries fit, counted exactly
 * @param facets as in {@link SearchResult}; they count entries
 * @param widening as in {@link SearchResult}
 */
public record GroupedResult(List<Group> groups, long total, Map<String, List<Count>> facets, Widening widening) {

    public GroupedResult {
        groups = List.copyOf(groups);
        facets = Map.copyOf(facets);
    }

    /**
     * Entries found that are shown under one name.
     *
     * @param best ids of the best of them, in order
     * @param count how many fit
     */
    public record Group(String name, List<String> best, long count) {
        public Group {
            best = List.copyOf(best);
        }
    }
}
