package org.sharedregistry.pages.search;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.catalogue.DocumentQuery;
import org.sharedregistry.catalogue.GoodsQuery;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A search as the address of its page says it: everything that was chosen is in there, so that the address can be kept.
 *
 * @param view what is looked for
 * @param chosen the values of facets, by the facet's name
 * @param cursor where the list goes on; null at its beginning
 */
public record Search(
        String words,
        View view,
        Map<String, NavigableSet<String>> chosen,
        String sort,
        @Nullable String cursor) {

    static final List<String> SORTS = List.of("relevance", "name", "number");

    private static final String PAGE = "/search";

    /** What is looked for, and by what it can be narrowed. */
    public enum View {
        GOODS,
        DOCUMENTS;

        List<String> facets() {
            return this == GOODS
                    ? List.of("recognizedIn", "state", "sector", "manufacturer", "hs", "regulation", "validOn")
                    : List.of("kind", "manufacturer", "language", "year", "validOn");
        }

        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Search of(MultiValueMap<String, String> parameters) {
        View view = Arrays.stream(View.values())
                .filter(each -> each.parameter().equals(parameters.getFirst("view")))
                .findFirst()
                .orElse(View.GOODS);
        Map<String, NavigableSet<String>> chosen = new TreeMap<>();
        for (String facet : view.facets()) {
            NavigableSet<String> values = new TreeSet<>(parameters.getOrDefault(facet, List.of()));
            values.removeIf(String::isBlank);
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        String sort = Objects.requireNonNullElse(parameters.getFirst("sort"), "");
        return new Search(
                Objects.requireNonNullElse(parameters.getFirst("q"), "").strip(),
                view,
                chosen,
                SORTS.contains(sort) ? sort : SORTS.get(0),
                parameters.getFirst("cursor"));
    }

    /** Whether anything was asked, so that nothing found means something. */
    public boolean isAsked() {
        return !words.isEmpty() || !chosen.isEmpty();
    }

    /** The address of the same search for something else, narrowed by nothing. */
    public String as(View other) {
        return address(new Search(words, other, Map.of(), sort, null));
    }

    public String sortedBy(String other) {
        return address(new Search(words, view, chosen, other, null));
    }

    public String from(@Nullable String place) {
        return address(new Search(words, view, chosen, sort, place));
    }

    public String withoutFacets() {
        return address(new Search(words, view, Map.of(), sort, null));
    }

    public boolean has(String facet, String value) {
        return chosen.containsKey(facet) && chosen.get(facet).contains(value);
    }

    /** The address of the search with a value chosen, or given up if it was. */
    public String toggled(String facet, String value) {
        Map<String, NavigableSet<String>> other = new TreeMap<>(chosen);
        NavigableSet<String> values = new TreeSet<>(chosen.getOrDefault(facet, new TreeSet<>()));
        if (!values.remove(value)) {
            values.add(value);
        }
        other.put(facet, values);
        return address(new Search(words, view, other, sort, null));
    }

    /** The address of all that was found, as a table. */
    public String export() {
        MultiValueMap<String, String> parameters = parameters();
        parameters.remove("view");
        parameters.remove("sort");
        parameters.remove("cursor");
        return address("/api/v1/exports/" + view.parameter(), parameters);
    }

    GoodsQuery goods() {
        return new GoodsQuery(
                words,
                values("state"),
                new TreeSet<>(),
                null,
                values("hs"),
                new TreeSet<>(),
                new TreeSet<>(),
                values("regulation"),
                values("manufacturer"),
                values("sector"),
                values("recognizedIn"),
                validOn(),
                null,
                new TreeSet<>(view.facets()),
                sort,
                null,
                cursor);
    }

    DocumentQuery documents() {
        return new DocumentQuery(
                words,
                values("kind", DocumentKind::valueOf),
                values("language"),
                values("manufacturer"),
                values("year", Integer::valueOf),
                new TreeSet<>(),
                validOn(),
                new TreeSet<>(view.facets()),
                null,
                cursor);
    }

    private @Nullable LocalDate validOn() {
        NavigableSet<LocalDate> days = values("validOn", LocalDate::parse);
        return days.isEmpty() ? null : days.first();
    }

    private NavigableSet<String> values(String facet) {
        return chosen.getOrDefault(facet, new TreeSet<>());
    }

    private <T> NavigableSet<T> values(String facet, Function<String, T> read) {
        try {
            return values(facet).stream().map(read).collect(Collectors.toCollection(TreeSet::new));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw RegistryProblem.parameter(facet, "Nothing can be chosen by this value. Choose it on the page.");
        }
    }

    private MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        add(parameters, "q", words.isEmpty() ? List.of() : List.of(words));
        add(parameters, "view", view == View.GOODS ? List.of() : List.of(view.parameter()));
        chosen.forEach((facet, values) -> add(parameters, facet, values));
        add(parameters, "sort", sort.equals(SORTS.get(0)) ? List.of() : List.of(sort));
        add(parameters, "cursor", cursor == null ? List.of() : List.of(cursor));
        return parameters;
    }

    private static void add(MultiValueMap<String, String> parameters, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            parameters.put(name, new ArrayList<>(values));
        }
    }

    private static String address(Search search) {
        return address(PAGE, search.parameters());
    }

    private static String address(String path, MultiValueMap<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, values) -> values.forEach(value -> address.queryParam(name, "{value}")));
        return address.encode()
                .buildAndExpand(
                        parameters.values().stream().flatMap(List::stream).toArray())
                .toUriString();
    }
}
