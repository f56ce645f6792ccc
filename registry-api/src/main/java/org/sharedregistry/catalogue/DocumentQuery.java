package org.sharedregistry.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.search.Filter;

/**
 * What pages are looked for. Of a filter with several values any is enough; all filters must hold.
 *
 * @param q words, or an identifier in any spelling; without it all pages that the caller may read
 * @param kind of the document
 * @param language of the page: {@code ru}, {@code be}, {@code en}, or {@code und} for any other
 * @param manufacturer ids or tax numbers of those whose goods the document was filed for
 * @param year in which the attestation was issued that the document was filed as
 * @param validOn a day on which that attestation is in force
 * @param facets what to count: {@code kind}, {@code language}, {@code manufacturer}, {@code year}, {@code visibility},
 *     {@code validOn}
 */
public record DocumentQuery(
        @Nullable String q,
        NavigableSet<DocumentKind> kind,
        NavigableSet<String> language,
        NavigableSet<String> manufacturer,
        NavigableSet<Integer> year,
        NavigableSet<DocumentKind.Visibility> visibility,
        @Nullable LocalDate validOn,
        NavigableSet<String> facets,
        @Nullable Integer size,
        @Nullable String cursor) {

    private static final Set<String> FACETS =
            Set.of("kind", "language", "manufacturer", "year", "visibility", "validOn");

    public DocumentQuery {
        kind = Chosen.some(kind);
        language = Chosen.some(language);
        manufacturer = Chosen.some(manufacturer);
        year = Chosen.some(year);
        visibility = Chosen.some(visibility);
        facets = Chosen.some(facets);
        if (!FACETS.containsAll(facets)) {
            throw RegistryProblem.parameter("facets", "These can be counted: " + Chosen.some(FACETS) + ".");
        }
        if (!Set.of("ru", "be", "en", "und").containsAll(language)) {
            throw RegistryProblem.parameter(
                    "language", "Pages are told apart as ru, be, en and und, which is any other.");
        }
        PageSize.check(size);
    }

    /** Words alone. */
    public static DocumentQuery words(String words) {
        return new DocumentQuery(
                words,
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                Chosen.none(),
                null,
                Chosen.none(),
                null,
                null);
    }

    String words() {
        return q == null ? "" : q;
    }

    /** @param makers the ids of the manufacturers */
    List<Filter> filters(Set<String> makers) {
        List<Filter> filters = new ArrayList<>();
        add(filters, DocumentIndex.KIND, kind);
        add(filters, DocumentIndex.LANGUAGE, language);
        add(filters, DocumentIndex.MANUFACTURER, makers);
        add(filters, DocumentIndex.YEAR, year);
        add(filters, DocumentIndex.VISIBILITY, visibility);
        if (validOn != null) {
            filters.add(Filter.on(validOn, Validity.FIELD, Validity.IN_FORCE));
        }
        return filters;
    }

    /** The question itself, without where in its answer one is and what is counted besides. */
    DocumentQuery withoutPosition() {
        return new DocumentQuery(q, kind, language, manufacturer, year, visibility, validOn, Chosen.none(), null, null);
    }

    private static void add(List<Filter> filters, String field, Set<?> values) {
        if (!values.isEmpty()) {
            filters.add(Filter.of(field, values.stream().map(Object::toString).toArray(String[]::new)));
        }
    }
}
