package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.json.JsonData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.CodePoints;
import org.sharedregistry.search.GroupedResult;
import org.sharedregistry.search.GroupedResult.Group;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.elasticsearch.Searches.Shown;
import org.sharedregistry.search.elasticsearch.Tiers.Tier;

/**
 * Gathers what fits a query by group. First the groups are put in order, tier by tier; then what is shown of those that
 * are wanted is read, since a group's best entries and its number come from all tiers.
 */
final class GroupedAnswer {

    private static final String BEST = "best";

    private final SearchQuery query;
    private final Tiers tiers;
    private final Widening widening;
    private final Supplier<Searches> searches;

    /** @param searches gives an empty request each time */
    GroupedAnswer(SearchQuery query, Tiers tiers, Widening widening, Supplier<Searches> searches) {
        this.query = query;
        this.tiers = tiers;
        this.widening = widening;
        this.searches = searches;
    }

    GroupedResult result(int from, int best) {
        List<Half> halves = Searches.visible(query);
        Searches ordering = searches.get();
        for (Tier tier : tiers.inOrder()) {
            halves.forEach(half ->
                    ordering.add(half, tier.wanted(), query.filters(), body -> byGroup(body, from + query.size())));
        }
        FacetCounts facets = new FacetCounts(query, tiers.all());
        facets.addTo(ordering);
        List<ResponseBody<Shown>> answers = ordering.answers();
        int searched = tiers.inOrder().size() * halves.size();
        long total = answers.subList(0, searched).stream()
                .mapToLong(
                        answer -> Objects.requireNonNull(answer.hits().total()).value())
                .sum();
        List<String> names = inOrder(answers.subList(0, searched), halves.size()).stream()
                .map(Found::name)
                .distinct()
                .skip(from)
                .limit(query.size())
                .toList();
        return new GroupedResult(
                names.isEmpty() ? List.of() : groups(names, best),
                total,
                facets.read(answers.subList(searched, answers.size())),
                widening);
    }

    private List<Group> groups(List<String> names, int best) {
        List<Half> halves = Searches.visible(query);
        Query wanted = Queries.in(Fields.GROUP, names);
        Searches reading = searches.get();
        for (Tier tier : tiers.inOrder()) {
            Query ofThese = Queries.filtered(tier.wanted(), List.of(wanted));
            halves.forEach(
                    half -> reading.add(half, ofThese, query.filters(), body -> byGroup(body, names.size(), best)));
        }
        List<Found> found = inOrder(reading.answers(), halves.size());
        return names.stream().map(name -> group(name, found, best)).toList();
    }

    private static Group group(String name, List<Found> found, int best) {
        List<Found> parts =
                found.stream().filter(each -> each.name().equals(name)).toList();
        return new Group(
                name,
                parts.stream().flatMap(part -> part.best().stream()).limit(best).toList(),
                parts.stream().mapToLong(Found::count).sum());
    }

    private static MultisearchBody.Builder byGroup(MultisearchBody.Builder body, int most) {
        return body.size(most).sort(Answer.BY_RELEVANCE).collapse(collapse -> collapse.field(Fields.GROUP));
    }

    private static MultisearchBody.Builder byGroup(MultisearchBody.Builder body, int most, int best) {
        return body.size(most)
                .sort(Answer.BY_RELEVANCE)
                .collapse(collapse -> collapse.field(Fields.GROUP)
                        .innerHits(inner -> inner.name(BEST)
                                .size(best)
                                .sort(Answer.BY_RELEVANCE)
                                .source(source -> source.fetch(false))));
    }

    /** The groups of each tier, one tier after the other, each tier's halves merged. */
    private static List<Found> inOrder(List<ResponseBody<Shown>> answers, int halves) {
        List<Found> all = new ArrayList<>();
        for (int tier = 0; tier < answers.size(); tier += halves) {
            answers.subList(tier, tier + halves).stream()
                    .flatMap(answer -> answer.hits().hits().stream())
                    .map(Found::of)
                    .sorted(Found.ORDER)
                    .forEach(all::add);
        }
        return all;
    }

    /** A group with its best entries of one tier, where they were asked for. */
    private record Found(String name, double score, String id, List<String> best, long count) {

        static final Comparator<Found> ORDER = Comparator.comparing(Found::score, Comparator.reverseOrder())
                .thenComparing(Found::id, CodePoints.ORDER);

        static Found of(Hit<Shown> hit) {
            String name = Objects.requireNonNull(hit.source()).group();
            String id = Objects.requireNonNull(hit.id());
            double score = Double.parseDouble(hit.sort().get(0)._toJsonString());
            if (!hit.innerHits().containsKey(BEST)) {
                return new Found(name, score, id, List.of(), 0);
            }
            HitsMetadata<JsonData> inner =
                    Objects.requireNonNull(hit.innerHits().get(BEST)).hits();
            return new Found(
                    name,
                    score,
                    id,
                    inner.hits().stream()
                            .map(each -> Objects.requireNonNull(each.id()))
                            .toList(),
                    Objects.requireNonNull(inner.total()).value());
        }
    }
}
