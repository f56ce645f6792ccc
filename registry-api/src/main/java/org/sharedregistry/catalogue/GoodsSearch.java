package org.sharedregistry.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.catalogue.SearchListing.FacetValue;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.sharedregistry.search.Facet;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Count;
import org.springframework.stereotype.Service;

/** Finds goods among those that were submitted. */
@Service
public class GoodsSearch {

    private static final int EXPORTED_AT_ONCE = 200;
    private static final Order BY_NUMBER = new Order("number");

    private final SearchIndex index;
    private final Dossiers dossiers;
    private final Makers makers;
    private final Cursor cursor;
    private final Regimes regimes;
    private final Clock clock;

    GoodsSearch(SearchIndex index, Dossiers dossiers, Makers makers, Cursor cursor, Regimes regimes, Clock clock) {
        this.index = index;
        this.dossiers = dossiers;
        this.makers = makers;
        this.cursor = cursor;
        this.regimes = regimes;
        this.clock = clock;
    }

    /** The goods that fit. */
    public SearchListing<GoodsHit> find(GoodsQuery query) {
        LocalDate day = day(query);
        GoodsQuery question = query.withoutPosition();
        int size = PageSize.of(query.size());
        SearchResult found = index.search(
                query(query, day, facets(query, day), query.order(), size, cursor.read(query.cursor(), question)));
        return new SearchListing<>(
                hits(found, day),
                found.hits().size() < size ? null : cursor.write(last(found), question),
                Listing.Total.exactly(found.total()),
                facets(query, found.facets()),
                found.widening());
    }

    /** All goods that fit, in the order of their numbers, each once while others are being added. */
    void each(GoodsQuery query, Consumer<GoodsHit> hits) {
        LocalDate day = day(query);
        String after = null;
        SearchResult part;
        do {
            part = index.search(query(query, day, List.of(), BY_NUMBER, EXPORTED_AT_ONCE, after));
            hits(part, day).forEach(hits);
            after = part.hits().isEmpty() ? null : last(part);
        } while (part.hits().size() == EXPORTED_AT_ONCE);
    }

    private SearchQuery query(
            GoodsQuery query, LocalDate day, List<Facet> facets, Order order, int size, @Nullable String after) {
        return new SearchQuery(
                GoodsIndex.KIND,
                Objects.requireNonNullElse(query.q(), ""),
                Audience.PUBLIC,
                query.filters(day, makers.ids(query.manufacturer())),
                facets,
                order,
                size,
                after);
    }

    private List<GoodsHit> hits(SearchResult found, LocalDate day) {
        List<UUID> ids =
                found.hits().stream().map(hit -> UUID.fromString(hit.group())).toList();
        Map<UUID, Dossier> entries = dossiers.of(ids).stream()
                .collect(Collectors.toMap(dossier -> dossier.entry().id(), Function.identity()));
        return ids.stream()
                .map(entries::get)
                .filter(Objects::nonNull)
                .map(dossier -> GoodsHit.of(dossier, day))
                .toList();
    }

    private static String last(SearchResult found) {
        return found.hits().get(found.hits().size() - 1).position();
    }

    /** The day asked about, or today where it matters. */
    private LocalDate day(GoodsQuery query) {
        if (query.on() != null) {
            return query.on();
        }
        String state = Stream.concat(Stream.ofNullable(query.destination()), query.recognizedIn().stream())
                .findFirst()
                .orElse(null);
        return LocalDate.now(clock.withZone(regimes.zoneOf(state)));
    }

    private List<Facet> facets(GoodsQuery query, LocalDate day) {
        return query.facets().stream().map(name -> facet(name, query, day)).toList();
    }

    private Facet facet(String name, GoodsQuery query, LocalDate day) {
        return switch (name) {
            case "status" -> Facet.on(day, GoodsIndex.STATUS, statuses(query.destination()));
            case "recognizedIn" -> Facet.on(day, GoodsIndex.RECOGNIZED_IN, regimes.parties());
            case "validOn" -> Facet.on(validOn(query, day), Validity.FIELD, Set.of(Validity.IN_FORCE));
            case "hs" -> Facet.of(GoodsIndex.HS_CHAPTER);
            default -> Facet.of(name);
        };
    }

    private Map<String, List<FacetValue>> facets(GoodsQuery query, Map<String, List<Count>> counted) {
        Map<String, List<FacetValue>> facets = new HashMap<>();
        for (String name : query.facets()) {
            Facet facet = facet(name, query, day(query));
            List<Count> counts = counted.getOrDefault(facet.field(), List.of());
            facets.put(
                    name,
                    switch (name) {
                        case "manufacturer" -> makers.named(counts);
                        case "status" -> FacetValue.all(counts, GoodsIndex::verdict);
                        case "validOn" -> FacetValue.all(counts, value -> String.valueOf(facet.on()));
                        default -> FacetValue.all(counts, Function.identity());
                    });
        }
        return facets;
    }

    private static LocalDate validOn(GoodsQuery query, LocalDate day) {
        return Objects.requireNonNullElse(query.validOn(), day);
    }

    /** The values of every verdict. */
    private static Set<String> statuses(@Nullable String destination) {
        return Arrays.stream(Verdict.values())
                .map(verdict -> GoodsIndex.status(destination, verdict))
                .collect(Collectors.toSet());
    }
}
