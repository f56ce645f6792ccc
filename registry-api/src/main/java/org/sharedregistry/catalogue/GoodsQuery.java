package org.sharedregistry.catalogue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.search.SearchQuery.Order;

/**
 * What goods are looked for.
 *
 * @param q words, or an identifier in any spelling
 * @param state where the goods are made
 * @param hs a code of the TN VED or its beginning; likewise okpd2 and okrb
 * @param manufacturer its id or tax number
 * @param recognizedIn a state that recognises them, on the day {@code on}
 * @param on today when left out
 * @param sort {@code relevance}, {@code number} or {@code name}
 */
public record GoodsQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable String hs,
        @Nullable String okpd2,
        @Nullable String okrb,
        @Nullable String regulation,
        @Nullable String manufacturer,
        @Nullable String sector,
        @Nullable String recognizedIn,
        @Nullable LocalDate on,
        @Nullable String sort,
        @Nullable Integer size,
        @Nullable String cursor) {

    public GoodsQuery {
        requireState("state", state);
        requireState("recognizedIn", recognizedIn);
        if (on != null && recognizedIn == null) {
            throw RegistryProblem.parameter(
                    "on", "A day goes with recognizedIn: say which state must recognise the goods.");
        }
        if (sort != null && !Set.of("relevance", "number", "name").contains(sort)) {
            throw RegistryProblem.parameter("sort", "Sort by relevance, number or name.");
        }
        PageSize.check(size);
    }

    /** Words alone. */
    public static GoodsQuery words(String words) {
        return new GoodsQuery(words, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    Map<String, Set<String>> keywords() {
        Map<String, Set<String>> keywords = new HashMap<>();
        put(keywords, "state", state);
        put(keywords, "hs", hs == null ? null : hs.replace(" ", ""));
        put(keywords, "okpd2", okpd2);
        put(keywords, "okrb", okrb);
        put(keywords, "regulation", regulation);
        put(keywords, "manufacturer", manufacturer);
        put(keywords, "sector", sector);
        return keywords;
    }

    Map<String, LocalDate> periods(LocalDate today) {
        return recognizedIn == null ? Map.of() : Map.of(GoodsIndex.recognizedIn(recognizedIn), on == null ? today : on);
    }

    Order order() {
        return sort == null || sort.equals("relevance") ? Order.RELEVANCE : new Order(sort.toLowerCase(Locale.ROOT));
    }

    /** The question itself, without where in its answer one is. */
    GoodsQuery withoutPosition() {
        return new GoodsQuery(
                q, state, hs, okpd2, okrb, regulation, manufacturer, sector, recognizedIn, on, sort, null, null);
    }

    private static void put(Map<String, Set<String>> keywords, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            keywords.put(field, Set.of(value));
        }
    }

    private static void requireState(String name, @Nullable String value) {
        if (value != null && !value.matches("[A-Z]{2}")) {
            throw RegistryProblem.parameter(
                    name, "Give a state as two capital letters of ISO 3166-1, such as BY or RU.");
        }
    }
}
