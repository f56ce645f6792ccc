package org.sharedregistry.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Verdict;
import org.sharedregistry.search.Filter;
import org.sharedregistry.search.SearchQuery.Order;

/**
 * What goods are looked for. Of a filter with several values any is enough; all filters must hold.
 *
 * @param q words, or an identifier in any spelling
 * @param state where the goods are made
 * @param status the verdict on them, on the day {@code on}, at the border of {@code destination}
 * @param destination the state whose verdict {@code status} is; without it that of any state is enough
 * @param hs codes of the TN VED or their beginnings; likewise okpd2 and okrb
 * @param regulation technical regulations they fall under
 * @param manufacturer ids or tax numbers
 * @param sector of the regime
 * @param recognizedIn states that recognise them, on the day {@code on}
 * @param validOn a day on which a document of theirs is in force
 * @param on today when left out
 * @param facets what to count: {@code state}, {@code status}, {@code recognizedIn}, {@code sector}, {@code hs} (by
 *     chapter), {@code regulation}, {@code manufacturer}, {@code validOn}
 * @param sort {@code relevance}, {@code number} or {@code name}
 */
public record GoodsQuery(
        @Nullable String q,
        NavigableSet<String> state,
        NavigableSet<Verdict> status,
        @Nullable String destination,
        NavigableSet<String> hs,
        NavigableSet<String> okpd2,
        NavigableSet<String> okrb,
        NavigableSet<String> regulation,
        NavigableSet<String> manufacturer,
        NavigableSet<String> sector,
        NavigableSet<String> recognizedIn,
        @Nullable LocalDate validOn,
        @Nullable LocalDate on,
        NavigableSet<String> facets,
        @Nullable String sort,
        @Nullable Integer size,
        @Nullable String cursor) {

    private static final Set<String> FACETS =
            Set.of("state", "status", "recognizedIn", "sector", "hs", "regulation", "manufacturer", "validOn");

    private static final int CHAPTER = 2;

    public GoodsQuery {
        state = Chosen.some(state);
        status = Chosen.some(status);
        hs = Chosen.some(hs);
        okpd2 = Chosen.some(okpd2);
        okrb = Chosen.some(okrb);
        regulation = Chosen.some(regulation);
        manufacturer = Chosen.some(manufacturer);
        sector = Chosen.some(sector);
        recognizedIn = Chosen.some(recognizedIn);
        facets = Chosen.some(facets);
        requireStates("state", state);
        requireStates("recognizedIn", recognizedIn);
        requireStates("destination", destination == null ? List.of() : List.of(destination));
        if (destination != null && status.isEmpty() && !facets.contains("status")) {
            throw RegistryProblem.parameter(
                    "destination", "A destination goes with a status: say which verdict you look for.");
        }
        if (on != null
                && Stream.of(status, recognizedIn).allMatch(Set::isEmpty)
                && Stream.of("status", "recognizedIn").noneMatch(facets::contains)) {
            throw RegistryProblem.parameter("on", "A day goes with recognizedIn or status: say what must hold on it.");
        }
        if (!FACETS.containsAll(facets)) {
            throw RegistryProblem.parameter("facets", "These can be counted: " + Chosen.some(FACETS) + ".");
        }
        if (sort != null && !Set.of("relevance", "number", "name").contains(sort)) {
            throw RegistryProblem.parameter("sort", "Sort by relevance, number or name.");
        }
        PageSize.check(size);
    }

    /** Words alone. */
    public static GoodsQuery words(String words) {
        return new GoodsQuery(
                words,
                Chosen.none(),
                Chosen.none(),
                null,
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                null,
                null,
                Chosen.none(),
                null,
                null,
                null);
    }

    /**
     * What an entry must hold.
     *
     * @param day the day in question
     * @param makers the ids of the manufacturers
     */
    List<Filter> filters(LocalDate day, Set<String> makers) {
        List<Filter> filters = new ArrayList<>();
        add(filters, GoodsIndex.STATE, state);
        add(filters, GoodsIndex.HS_CHAPTER, codes(hs, code -> code.length() == CHAPTER));
        add(filters, GoodsIndex.HS, codes(hs, code -> code.length() != CHAPTER));
        add(filters, GoodsIndex.OKPD2, okpd2);
        add(filters, GoodsIndex.OKRB, okrb);
        add(
                filters,
                GoodsIndex.REGULATION,
                regulation.stream().map(GoodsIndex::regulation).toList());
        add(filters, GoodsIndex.MANUFACTURER, makers);
        add(filters, GoodsIndex.SECTOR, sector);
        if (!status.isEmpty()) {
            filters.add(Filter.on(
                    day,
                    GoodsIndex.STATUS,
                    status.stream()
                            .map(verdict -> GoodsIndex.status(destination, verdict))
                            .toArray(String[]::new)));
        }
        if (!recognizedIn.isEmpty()) {
            filters.add(Filter.on(day, GoodsIndex.RECOGNIZED_IN, recognizedIn.toArray(String[]::new)));
        }
        if (validOn != null) {
            filters.add(Filter.on(validOn, Validity.FIELD, Validity.IN_FORCE));
        }
        return filters;
    }

    Order order() {
        return sort == null || sort.equals("relevance") ? Order.RELEVANCE : new Order(sort);
    }

    /** The question itself, without where in its answer one is and what is counted besides. */
    GoodsQuery withoutPosition() {
        return new GoodsQuery(
                q,
                state,
                status,
                status.isEmpty() ? null : destination,
                hs,
                okpd2,
                okrb,
                regulation,
                manufacturer,
                sector,
                recognizedIn,
                validOn,
                status.isEmpty() && recognizedIn.isEmpty() ? null : on,
                Chosen.none(),
                sort,
                null,
                null);
    }

    private static List<String> codes(Set<String> codes, Predicate<String> some) {
        return codes.stream().map(code -> code.replace(" ", "")).filter(some).toList();
    }

    private static void add(List<Filter> filters, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            filters.add(Filter.of(field, values.toArray(String[]::new)));
        }
    }

    private static void requireStates(String name, Collection<String> values) {
        if (!values.stream().allMatch(value -> value.matches("[A-Z]{2}"))) {
            throw RegistryProblem.parameter(
                    name, "Give a state as two capital letters of ISO 3166-1, such as BY or RU.");
        }
    }
}
