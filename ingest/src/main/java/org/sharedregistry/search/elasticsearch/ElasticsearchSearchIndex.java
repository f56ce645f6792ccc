package org.sharedregistry.search.elasticsearch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.GroupedResult;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.Inventory;
import org.sharedregistry.search.Position;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchUnavailable;
import org.sharedregistry.search.SuggestedTitles;
import org.sharedregistry.search.Widened;

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
    public Optional<String> begunGeneration() {
        return generations.begun();
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
    public void fill(List<IndexWrite> batch) {
        new Writes(cluster, generations, Role.NEXT).send(batch);
    }

    @Override
    public Inventory inventory(String generation) {
        return generations.inventory(generation);
    }

    @Override
    public SearchResult search(SearchQuery query) {
        String after = query.after();
        if (after != null) {
            Widening widening = Position.parse(after, query.order()).widening();
            return result(query, ParsedQuery.of(query.text(), widening), widening);
        }
        return Widened.search(
                query.text(), (parsed, widening) -> result(query, parsed, widening), result -> result.total() > 0);
    }

    @Override
    public GroupedResult searchGroups(SearchQuery query, int from, int best) {
        return Widened.search(
                query.text(),
                (parsed, widening) -> new GroupedAnswer(
                                query, Tiers.of(parsed), widening, () -> new Searches(cluster, generations, query))
                        .result(from, best),
                result -> result.total() > 0);
    }

    @Override
    public List<String> suggest(String kind, String typed, int size) {
        return Widened.search(
                SuggestedTitles.beginning(typed),
                (parsed, widening) -> titles(kind, parsed, size),
                found -> !found.isEmpty());
    }

    private SearchResult result(SearchQuery query, ParsedQuery parsed, Widening widening) {
        return new Answer(query, Tiers.of(parsed), widening).result(new Searches(cluster, generations, query));
    }

    private List<String> titles(String kind, ParsedQuery parsed, int size) {
        if (size == 0 || !parsed.mustNot().isEmpty()) {
            return List.of();
        }
        Searches searches = new Searches(cluster, generations, SearchQuery.ofEverybody(kind, ""));
        searches.add(
                Half.PUBLIC,
                Queries.titleWords(parsed),
                List.of(),
                body -> body.size(size * SuggestedTitles.LOOKED_AT_FOR_ONE));
        List<String> titles = searches.answers().get(0).hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()).name())
                .toList();
        return new SuggestedTitles(parsed).lines(titles, size);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
