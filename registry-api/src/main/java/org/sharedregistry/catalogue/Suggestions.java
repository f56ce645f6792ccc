package org.sharedregistry.catalogue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.goods.GoodsDescription;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SuggestedTitles;
import org.springframework.stereotype.Service;

/** Suggests how the beginning of a question may go on, from the names and codes of goods that were submitted. */
@Service
public class Suggestions {

    private static final int MOST = 8;
    private static final int SHORTEST = 2;

    private final SearchIndex index;
    private final Dossiers dossiers;
    private final Highlighter highlighter;

    Suggestions(SearchIndex index, Dossiers dossiers, Highlighter highlighter) {
        this.index = index;
        this.dossiers = dossiers;
        this.highlighter = highlighter;
    }

    /** Nothing for less than two characters. */
    public Suggested to(String typed) {
        if (typed.strip().length() < SHORTEST) {
            return new Suggested(List.of(), List.of(), List.of());
        }
        boolean isCode =
                !typed.codePoints().allMatch(letter -> Character.isLetter(letter) || Character.isSpaceChar(letter));
        return new Suggested(
                index.suggest(GoodsIndex.KIND, typed, MOST),
                index.suggest(ManufacturerIndex.KIND, typed, MOST),
                isCode ? codes(typed) : List.of());
    }

    /** The codes that go on so, of the goods that have any. */
    private List<String> codes(String typed) {
        String beginning = SuggestedTitles.beginning(typed);
        SearchResult found = index.search(new SearchQuery(
                GoodsIndex.KIND, beginning, Audience.PUBLIC, List.of(), List.of(), Order.RELEVANCE, MOST, null));
        ParsedQuery query = ParsedQuery.of(beginning, found.widening());
        List<UUID> ids =
                found.hits().stream().map(hit -> UUID.fromString(hit.group())).toList();
        return dossiers.of(ids).stream()
                .flatMap(Suggestions::codes)
                .filter(code -> !highlighter.spans(code, query).isEmpty())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }

    private static Stream<String> codes(Dossier dossier) {
        GoodsDescription description = dossier.description();
        Set<String> classified = Stream.of(
                        description.hs(), description.okpd2(), description.gtins(), description.models())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return Stream.of(
                        Stream.of(dossier.entry().address()),
                        dossier.attestations().stream().map(Attestation::number),
                        classified.stream())
                .flatMap(codes -> codes);
    }

    /**
     * What was suggested, the best first.
     *
     * @param goods names
     * @param manufacturers names
     * @param codes registry numbers, numbers of attestations, and whatever the goods are classified by
     */
    public record Suggested(List<String> goods, List<String> manufacturers, List<String> codes) {}
}
