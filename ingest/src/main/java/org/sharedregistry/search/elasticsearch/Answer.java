package org.sharedregistry.search.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SearchType;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.search.Position;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Hit;

/**
 * Answers one query. Each tier of each half is a search of its own, all in one request, so that no score ever mixes what
 * is told apart; their answers are merged here.
 */
final class Answer {

    /** The order of Elasticsearch's keywords. */
    private static final Comparator<String> BY_CODE_POINTS =
            Comparator.comparing(text -> text.getBytes(UTF_8), Arrays::compareUnsigned);

    private final SearchQuery query;
    private final Generations generations;
    private final @Nullable Position after;
    private final List<Part> parts = new ArrayList<>();

    Answer(SearchQuery query, Generations generations) {
        this.query = query;
        this.generations = generations;
        after = query.after() == null ? null : Position.parse(query.after(), query.order());
        ParsedQuery parsed = ParsedQuery.of(query.text());
        Query words = Queries.words(parsed);
        if (parsed.codes().isEmpty()) {
            addParts(Position.WORDS, words);
        } else if (byScore()) {
            // An exact identifier is a tier of its own before everything that merely has the words.
            Query codes = Queries.codes(parsed);
            addParts(Position.EXACT, codes);
            addParts(Position.WORDS, Queries.without(words, codes));
        } else {
            addParts(Position.WORDS, Queries.either(words, Queries.codes(parsed)));
        }
    }

    MsearchRequest request() {
        return MsearchRequest.of(
                all -> all.searches(parts.stream().map(this::search).toList()));
    }

    /** @param answers to the searches of {@link #request}, in order */
    SearchResult result(List<? extends ResponseBody<Shown>> answers) {
        List<Found> found = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < parts.size(); i++) {
            int tier = parts.get(i).tier();
            answers.get(i).hits().hits().forEach(hit -> found.add(Found.of(hit, tier)));
            total += Objects.requireNonNull(answers.get(i).hits().total()).value();
        }
        return new SearchResult(
                found.stream()
                        .sorted(order())
                        .limit(query.size())
                        .map(Found::hit)
                        .toList(),
                total);
    }

    private void addParts(int tier, Query wanted) {
        Query filtered = Queries.filtered(wanted, Queries.filters(query));
        parts.add(new Part(tier, Half.PUBLIC, filtered));
        if (!query.audience().readers().isEmpty()) {
            Query readable = Queries.readableBy(query.audience().readers());
            parts.add(new Part(tier, Half.RESTRICTED, Queries.filtered(filtered, List.of(readable))));
        }
    }

    private RequestItem search(Part part) {
        return RequestItem.of(search -> search.header(
                        header -> header.index(generations.alias(Role.ACTIVE, part.half()))
                                .searchType(byScore() ? SearchType.DfsQueryThenFetch : SearchType.QueryThenFetch)
                                .allowPartialSearchResults(false)
                                .preference(preference()))
                .body(body ->
                        limited(body, part.tier()).query(part.wanted()).trackTotalHits(all -> all.enabled(true))));
    }

    /** What comes behind the position; of a tier that has been gone through only the number is wanted. */
    private MultisearchBody.Builder limited(MultisearchBody.Builder body, int tier) {
        if (after != null && after.tier() > tier) {
            return body.size(0);
        }
        body.size(query.size()).sort(primary(), by(Fields.ID));
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

    private SortOptions primary() {
        String field = query.order().field();
        return field == null
                ? SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                : by(Fields.sort(field));
    }

    private static SortOptions by(String field) {
        return SortOptions.of(sort -> sort.field(
                by -> by.field(field).order(SortOrder.Asc).missing("_last").unmappedType(FieldType.Keyword)));
    }

    /** The order of {@link #limited} for all parts together. */
    private Comparator<Found> order() {
        Comparator<Found> primary = byScore()
                ? Comparator.comparing(found -> found.position().score(), Comparator.reverseOrder())
                : Comparator.comparing(Found::value, Comparator.nullsLast(BY_CODE_POINTS));
        return Comparator.comparing(Found::tier).thenComparing(primary).thenComparing(Found::id, BY_CODE_POINTS);
    }

    private boolean byScore() {
        return query.order().field() == null;
    }

    /** The same for all pages of a query, so that they come from the same copies: others may score a little differently. */
    private String preference() {
        return "query" + Objects.hash(query.kind(), query.text(), query.audience(), query.keywords(), query.on());
    }

    /** What is kept of an entry. */
    record Shown(String group, String name) {}

    private record Part(int tier, Half half, Query wanted) {}

    private record Found(Position position, String group) {

        static Found of(co.elastic.clients.elasticsearch.core.search.Hit<Shown> hit, int tier) {
            FieldValue sortedBy = hit.sort().get(0);
            String value = sortedBy.isNull() ? null : sortedBy._toJsonString();
            return new Found(
                    new Position(tier, value, Objects.requireNonNull(hit.id())),
                    Objects.requireNonNull(hit.source()).group());
        }

        int tier() {
            return position.tier();
        }

        @Nullable
        String value() {
            return position.value();
        }

        String id() {
            return position.id();
        }

        Hit hit() {
            return new Hit(position.id(), group, position.written());
        }
    }
}
