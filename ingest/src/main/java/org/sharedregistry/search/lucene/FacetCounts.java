package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.Query;
import org.sharedregistry.search.Facet;
import org.sharedregistry.search.Filter;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult.Count;

/** Counts the values of fields over all entries that fit a query. */
final class FacetCounts {

    /** Of each half, since the most frequent of both together may be none of the most frequent of one. */
    private static final int LOOKED_AT = 10 * Facet.MOST_VALUES;

    private final SearchQuery query;
    private final Query wanted;
    private final Map<View, Map<List<Filter>, FacetsCollector>> collected = new HashMap<>();

    FacetCounts(SearchQuery query, Query wanted) {
        this.query = query;
        this.wanted = wanted;
    }

    Map<String, List<Count>> in(List<View> views) throws IOException {
        Map<String, List<Count>> facets = new HashMap<>();
        for (Facet facet : query.facets()) {
            Map<String, Long> counts = new HashMap<>();
            for (View view : views) {
                if (facet.on() == null) {
                    countKeywords(view, facet, counts);
                } else {
                    countPeriods(view, facet, counts);
                }
            }
            facets.put(facet.field(), Count.mostFrequent(counts));
        }
        return facets;
    }

    private void countPeriods(View view, Facet facet, Map<String, Long> counts) throws IOException {
        for (String value : facet.values()) {
            List<Filter> filters = new ArrayList<>(query.filtersBut(facet.field()));
            filters.add(facet.narrowedTo(value));
            counts.merge(value, view.count(wanted, query.kind(), filters), Long::sum);
        }
    }

    private void countKeywords(View view, Facet facet, Map<String, Long> counts) throws IOException {
        String field = Fields.keyword(facet.field());
        HalfSearcher searcher = view.searcher();
        if (MultiDocValues.getSortedSetValues(searcher.getIndexReader(), field) == null) {
            return;
        }
        FacetsCollector matching = collect(view, query.filtersBut(facet.field()));
        FacetResult top = new StringValueFacetCounts(searcher.values(field), matching).getTopChildren(LOOKED_AT, field);
        for (LabelAndValue each : top.labelValues) {
            counts.merge(each.label, each.value.longValue(), Long::sum);
        }
    }

    /** What fits, gone through once for all facets that leave out the same. */
    private FacetsCollector collect(View view, List<Filter> filters) throws IOException {
        Map<List<Filter>, FacetsCollector> ofView = collected.computeIfAbsent(view, each -> new HashMap<>());
        FacetsCollector matching = ofView.get(filters);
        if (matching == null) {
            matching =
                    view.searcher().search(view.visible(wanted, query.kind(), filters), new FacetsCollectorManager());
            ofView.put(filters, matching);
        }
        return matching;
    }
}
