package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.search.Facet;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult.Count;
import org.sharedregistry.search.elasticsearch.Searches.Shown;

/**
 * Counts the values of fields over all entries that fit a query: one search a half, in which every facet is an
 * aggregation below the filters that count for it.
 */
final class FacetCounts {

    /** Of each half and part, since the most frequent of all together may be none of the most frequent of one. */
    private static final int LOOKED_AT = 10 * Facet.MOST_VALUES;

    private static final String VALUES = "values";

    private final SearchQuery query;
    private final Query wanted;

    FacetCounts(SearchQuery query, Query wanted) {
        this.query = query;
        this.wanted = wanted;
    }

    void addTo(Searches searches) {
        if (query.facets().isEmpty()) {
            return;
        }
        Map<String, Aggregation> facets =
                query.facets().stream().collect(Collectors.toMap(Facet::field, this::aggregation));
        Searches.visible(query)
                .forEach(half -> searches.add(
                        half, wanted, List.of(), body -> body.size(0).aggregations(facets)));
    }

    /** @param answers to what was added, in order */
    Map<String, List<Count>> read(List<ResponseBody<Shown>> answers) {
        Map<String, List<Count>> facets = new HashMap<>();
        for (Facet facet : query.facets()) {
            Map<String, Long> counts = new HashMap<>();
            for (ResponseBody<Shown> answer : answers) {
                Aggregate values = Objects.requireNonNull(answer.aggregations().get(facet.field()))
                        .filter()
                        .aggregations()
                        .get(VALUES);
                count(Objects.requireNonNull(values), counts);
            }
            facets.put(facet.field(), Count.mostFrequent(counts));
        }
        return facets;
    }

    private static void count(Aggregate values, Map<String, Long> counts) {
        if (values.isFilters()) {
            values.filters()
                    .buckets()
                    .keyed()
                    .forEach((value, bucket) -> counts.merge(value, bucket.docCount(), Long::sum));
        } else if (values.isSterms()) {
            values.sterms()
                    .buckets()
                    .array()
                    .forEach(bucket -> counts.merge(bucket.key().stringValue(), bucket.docCount(), Long::sum));
        }
        // Otherwise no entry has the field.
    }

    private Aggregation aggregation(Facet facet) {
        List<Query> others =
                query.filtersBut(facet.field()).stream().map(Queries::passing).toList();
        return Aggregation.of(limited -> limited.filter(all -> all.bool(every -> every.filter(others)))
                .aggregations(VALUES, facet.on() == null ? keywords(facet) : periods(facet)));
    }

    private static Aggregation keywords(Facet facet) {
        return Aggregation.of(values -> values.terms(terms ->
                terms.field(Fields.keyword(facet.field())).size(LOOKED_AT).shardSize(LOOKED_AT)));
    }

    private static Aggregation periods(Facet facet) {
        Map<String, Query> each = facet.values().stream()
                .collect(Collectors.toMap(Function.identity(), value -> Queries.passing(facet.narrowedTo(value))));
        return Aggregation.of(values -> values.filters(filters -> filters.filters(buckets -> buckets.keyed(each))));
    }
}
