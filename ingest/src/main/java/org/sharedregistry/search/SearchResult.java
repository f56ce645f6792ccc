package org.sharedregistry.search;

import java.util.List;

/** The answer to a {@link SearchQuery}: hits in order, and how many entries fit, counted exactly. */
public record SearchResult(List<Hit> hits, long total) {

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** One entry found, and where it stands in the order, to go on from there. */
    public record Hit(String id, String group, String position) {}
}
