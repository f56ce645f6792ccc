package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchUnavailable;
import org.sharedregistry.search.SuggestedTitles;
import org.sharedregistry.search.elasticsearch.Answer.Shown;

/**
 * The search index in an Elasticsearch cluster, for any number of processes. Nothing of it is remembered here: what
 * generations there are is asked of the cluster.
 */
final class ElasticsearchSearchIndex implements SearchIndex {

    private static final Pattern GENERATION = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Cluster cluster;
    private final Generations generations;

    ElasticsearchSearchIndex(Cluster cluster, ElasticsearchSettings settings) {
        this.cluster = cluster;
        generations = new Generations(cluster, settings);
    }

    @Override
    public Optional<String> activeGeneration() {
        return generations.active();
    }

    @Override
    public void beginGeneration(String generation) {
        if (!GENERATION.matcher(generation).matches()) {
            throw new IllegalArgumentException("Not a name for a generation: " + generation);
        }
        generations.begin(generation);
    }

    @Override
    public void activateGeneration(String generation) {
        generations.activate(generation);
    }

    @Override
    public void write(List<IndexWrite> batch) {
        Set<Role> roles = generations.roles();
        if (roles.isEmpty()) {
            throw new SearchUnavailable("The search index has no generation to write to", null);
        }
        roles.forEach(role -> new Writes(cluster, generations, role).send(batch));
    }

    @Override
    public SearchResult search(SearchQuery query) {
        Answer answer = new Answer(query, generations);
        return answer.result(answers(answer.request()));
    }

    @Override
    public List<String> suggest(String kind, String typed, int size) {
        SuggestedTitles suggested = new SuggestedTitles(typed);
        ParsedQuery parsed = suggested.query();
        if (size == 0 || !parsed.mustNot().isEmpty()) {
            return List.of();
        }
        MsearchRequest request = MsearchRequest.of(one ->
                one.searches(search -> search.header(header -> header.index(generations.alias(Role.ACTIVE, Half.PUBLIC))
                                .searchType(SearchType.DfsQueryThenFetch)
                                .allowPartialSearchResults(false))
                        .body(body -> body.size(size * SuggestedTitles.LOOKED_AT_FOR_ONE)
                                .query(Queries.filtered(Queries.titleWords(parsed), List.of(Queries.ofKind(kind)))))));
        List<String> titles = answers(request).get(0).hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()).name())
                .toList();
        return suggested.lines(titles, size);
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** Asks once more where the cluster answers that it cannot: the generation that was searched may just have been dropped. */
    private List<MultiSearchItem<Shown>> answers(MsearchRequest request) {
        try {
            return cluster.ask(client -> successes(client.msearch(request, Shown.class)));
        } catch (SearchUnavailable e) {
            if (e.getCause() instanceof ElasticsearchException) {
                return cluster.ask(client -> successes(client.msearch(request, Shown.class)));
            }
            throw e;
        }
    }

    private static List<MultiSearchItem<Shown>> successes(MsearchResponse<Shown> response) {
        List<MultiSearchItem<Shown>> successes = new ArrayList<>();
        for (MultiSearchResponseItem<Shown> item : response.responses()) {
            if (item.isFailure()) {
                throw new ElasticsearchException("msearch", item.failure());
            }
            successes.add(item.result());
        }
        return successes;
    }
}
