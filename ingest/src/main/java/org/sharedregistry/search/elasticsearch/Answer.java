package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.Widening;
import org.sharedregistry.search.CodePoints;
import org.sharedregistry.search.Position;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Hit;
import org.sharedregistry.search.elasticsearch.Searches.Shown;
import org.sharedregistry.search.elasticsearch.Tiers.Tier;

/** The entries that fit a query, in order. Each tier of each half is a search of its own; their answers are merged here. */
final class Answer {

    /** The order of relevance. */
    static final List<SortOptions> BY_RELEVANCE =
            List.of(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))), by(Fields.ID));

    private final SearchQuery query;
    private final Widening widening;
    private final List<Tier> tiers;
    private final FacetCounts facets;
    private final @Nullable Position after;

    Answer(SearchQuery query, Tiers tiers, Widening widening) {
        this.query = query;
        this.widening = widening;
        this.tiers = byScore() ? tiers.inOrder() : tiers.asOne();
        facets = new FacetCounts(query, tiers.all());
        after = query.after() == null ? null : Position.parse(query.after(), query.order());
    }

    SearchResult result(Searches searches) {
        List<Half> halves = Searches.visible(query);
        for (Tier tier : tiers) {
            for (Half half : halves) {
                searches.add(half, tier.wanted(), query.filters(), body -> limited(body, tier.number()));
            }
        }
        facets.addTo(searches);
        List<ResponseBody<Shown>> answers = searches.answers();
        List<Found> found = new ArrayList<>();
        long total = 0;
        int searched = tiers.size() * halves.size();
        for (int i = 0; i < searched; i++) {
            int tier = tiers.get(i / halves.size()).number();
            answers.get(i).hits().hits().forEach(hit -> found.add(Found.of(hit, tier)));
            total += Objects.requireNonNull(answers.get(i).hits().total()).value();
        }
        List<Hit> hits = found.stream()
                .sorted(order())
                .limit(query.size())
                .map(each -> each.hit(widening))
                .toList();
        return new SearchResult(hits, total, facets.read(answers.subList(searched, answers.size())), widening);
    }

    /** What comes behind the position; of a tier that has been gone through only the number is wanted. */
    private MultisearchBody.Builder limited(MultisearchBody.Builder body, int tier) {
        if (after != null && after.tier() > tier) {
            return body.size(0);
        }
        String field = query.order().field();
        body.size(query.size()).sort(field == null ? BY_RELEVANCE : List.of(by(Fields.sort(field)), by(Fields.ID)));
        return after != null && after.tier() == tier
                ? body.searchAfter(sortedBy(after), FieldValue.of(after.id()))
                : body;
    }

    private FieldValue sortedBy(Position position) {
        if (byScore()) {
            return FieldValue.of(position.score());
        }
        return position.value() == null ? FieldValue.NULL : FieldValue.of(position.value());
    }

    private static SortOptions by(String field) {
        return SortOptions.of(sort -> sort.field(
                by -> by.field(field).order(SortOrder.Asc).missing("_last").unmappedType(FieldType.Keyword)));
    }

    /** The order of {@link #limited} for all parts together. */
    private Comparator<Found> order() {
        Comparator<Found> primary = byScore()
                ? Comparator.comparing(Found::score, Comparator.reverseOrder())
                : Comparator.comparing(Found::value, Comparator.nullsLast(CodePoints.ORDER));
        return Comparator.comparingInt(Found::tier).thenComparing(primary).thenComparing(Found::id, CodePoints.ORDER);
    }

    private boolean byScore() {
        return query.order().field() == null;
    }

    private record Found(int tier, @Nullable String value, String id, String group) {

        static Found of(co.elastic.clients.elasticsearch.core.search.Hit<Shown> hit, int tier) {
            FieldValue sortedBy = hit.sort().get(0);
            return new Found(
                    tier,
                    sortedBy.isNull() ? null : sortedBy._toJsonString(),
                    Objects.requireNonNull(hit.id()),
                    Objects.requireNonNull(hit.source()).group());
        }

        float score() {
            return Float.parseFloat(Objects.requireNonNull(value));
        }

        Hit hit(Widening widening) {
            return new Hit(id, group, new Position(widening, tier, value, id).written());
        }
    }
}
