package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.sharedregistry.search.Filter;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchUnavailable;

/**
 * Searches of what an audience may see, all in one request. Each half is searched by itself, so that no score ever mixes
 * what is told apart.
 */
final class Searches {

    private final Cluster cluster;
    private final Generations generations;
    private final SearchQuery query;
    private final List<RequestItem> items = new ArrayList<>();

    Searches(Cluster cluster, Generations generations, SearchQuery query) {
        this.cluster = cluster;
        this.generations = generations;
        this.query = query;
    }

    /** The halves that the audience may see something of. */
    static List<Half> visible(SearchQuery query) {
        return query.audience().readers().isEmpty() ? List.of(Half.PUBLIC) : List.of(Half.PUBLIC, Half.RESTRICTED);
    }

    /** Adds a search of one half. */
    void add(Half half, Query wanted, List<Filter> filters, UnaryOperator<MultisearchBody.Builder> more) {
        List<Query> limits = new ArrayList<>();
        limits.add(Queries.ofKind(query.kind()));
        filters.forEach(filter -> limits.add(Queries.passing(filter)));
        if (half == Half.RESTRICTED) {
            limits.add(Queries.readableBy(query.audience()));
        }
        items.add(RequestItem.of(search -> search.header(header -> header.index(generations.alias(Role.ACTIVE, half))
                        .searchType(
                                query.order().field() == null
                                        ? SearchType.DfsQueryThenFetch
                                        : SearchType.QueryThenFetch)
                        .allowPartialSearchResults(false)
                        .preference(preference()))
                .body(body -> more.apply(
                        body.query(Queries.filtered(wanted, limits)).trackTotalHits(all -> all.enabled(true))))));
    }

    /**
     * The answers, in the order in which the searches were added. Asks once more where the cluster answers that it cannot:
     * the generation that was searched may just have been dropped.
     */
    List<ResponseBody<Shown>> answers() {
        MsearchRequest request = MsearchRequest.of(all -> all.searches(items));
        try {
            return cluster.ask(client -> successes(client.msearch(request, Shown.class)));
        } catch (SearchUnavailable e) {
            if (e.getCause() instanceof ElasticsearchException) {
                return cluster.ask(client -> successes(client.msearch(request, Shown.class)));
            }
            throw e;
        }
    }

    /** The same for all pages of a query, so that they come from the same copies: others may score a little differently. */
    private String preference() {
        return "query" + Objects.hash(query.kind(), query.text(), query.audience(), query.filters());
    }

    private static List<ResponseBody<Shown>> successes(MsearchResponse<Shown> response) {
        List<ResponseBody<Shown>> successes = new ArrayList<>();
        for (MultiSearchResponseItem<Shown> item : response.responses()) {
            if (item.isFailure()) {
                throw new ElasticsearchException("msearch", item.failure());
            }
            successes.add(item.result());
        }
        return successes;
    }

    /** What is kept of an entry. */
    record Shown(String group, String name) {}
}
