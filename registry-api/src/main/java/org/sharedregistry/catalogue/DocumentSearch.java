package org.sharedregistry.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.catalogue.DocumentHit.Mark;
import org.sharedregistry.catalogue.DocumentHit.PageHit;
import org.sharedregistry.catalogue.SearchListing.FacetValue;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.pipeline.Pages.Place;
import org.sharedregistry.search.Facet;
import org.sharedregistry.search.GroupedResult;
import org.sharedregistry.search.GroupedResult.Group;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Count;
import org.sharedregistry.search.SearchResult.Hit;
import org.springframework.stereotype.Service;

/** Finds pages of the documents that a caller may read. */
@Service
public class DocumentSearch {

    private static final int HITS_A_DOCUMENT = 3;
    private static final int MARKS_A_PAGE = 100;
    private static final int EXPORTED_AT_ONCE = 100;

    private final SearchIndex index;
    private final Documents documents;
    private final Pages pages;
    private final Highlighter highlighter;
    private final Makers makers;
    private final Cursor cursor;
    private final Clock clock;

    DocumentSearch(
            SearchIndex index,
            Documents documents,
            Pages pages,
            Highlighter highlighter,
            Makers makers,
            Cursor cursor,
            Clock clock) {
        this.index = index;
        this.documents = documents;
        this.pages = pages;
        this.highlighter = highlighter;
        this.makers = makers;
        this.cursor = cursor;
        this.clock = clock;
    }

    /**
     * The pages that fit, gathered by document in the order of each document's best page, the first thousand documents.
     * The total counts pages.
     */
    public SearchListing<DocumentHit> find(Caller caller, DocumentQuery query) {
        DocumentQuery question = query.withoutPosition();
        int size = PageSize.of(query.size());
        String position = cursor.read(query.cursor(), question);
        int from = position == null ? 0 : Integer.parseInt(position);
        GroupedResult found = index.searchGroups(
                query(caller, query, facets(query), Order.RELEVANCE, size, null), from, HITS_A_DOCUMENT);
        int next = from + size;
        boolean isLast = found.groups().size() < size || next + size > SearchQuery.MOST_HITS;
        return new SearchListing<>(
                hits(caller, found.groups(), ParsedQuery.of(query.words(), found.widening())),
                isLast ? null : cursor.write(String.valueOf(next), question),
                Listing.Total.exactly(found.total()),
                facets(query, found.facets()),
                found.widening());
    }

    /** All pages that fit, each once while others are being added, the pages of a document as documents of one. */
    void each(Caller caller, DocumentQuery query, Consumer<DocumentHit> hits) {
        String after = null;
        SearchResult part;
        do {
            part = index.search(query(caller, query, List.of(), Order.ID, EXPORTED_AT_ONCE, after));
            List<Group> single = part.hits().stream()
                    .map(hit -> new Group(hit.group(), List.of(hit.id()), 1))
                    .toList();
            hits(caller, single, ParsedQuery.of(query.words(), part.widening())).forEach(hits);
            after = part.hits().isEmpty() ? null : last(part.hits());
        } while (part.hits().size() == EXPORTED_AT_ONCE);
    }

    private SearchQuery query(
            Caller caller, DocumentQuery query, List<Facet> facets, Order order, int size, @Nullable String after) {
        return new SearchQuery(
                DocumentIndex.PAGE,
                query.words(),
                new Audience(caller.readerNames()),
                query.filters(makers.ids(query.manufacturer())),
                facets,
                order,
                size,
                after);
    }

    private List<DocumentHit> hits(Caller caller, List<Group> groups, ParsedQuery words) {
        Map<UUID, Document> filed = documents.all(
                groups.stream().map(group -> UUID.fromString(group.name())).collect(Collectors.toSet()));
        Set<String> parties = documents.parties();
        // The index may be a moment behind a document that was withdrawn from view.
        List<Group> readable = groups.stream()
                .filter(group -> {
                    Document document = filed.get(UUID.fromString(group.name()));
                    return document != null && document.isReadable(caller, parties);
                })
                .toList();
        Map<Place, ExtractedPage> texts = pages.all(readable.stream()
                .flatMap(group -> places(document(filed, group), group))
                .collect(Collectors.toSet()));
        return readable.stream()
                .map(group -> hit(document(filed, group), group, texts, words))
                .toList();
    }

    private DocumentHit hit(Document document, Group group, Map<Place, ExtractedPage> texts, ParsedQuery words) {
        return new DocumentHit(
                document.id(),
                document.fileName(),
                document.kind(),
                document.visibility(),
                group.count(),
                places(document, group)
                        .map(texts::get)
                        .filter(Objects::nonNull)
                        .map(page -> hit(page, words))
                        .toList());
    }

    private PageHit hit(ExtractedPage page, ParsedQuery words) {
        return new PageHit(
                page.number(),
                highlighter.snippet(page.text(), words),
                highlighter.spans(page.text(), words).stream()
                        .limit(MARKS_A_PAGE)
                        .map(span -> Mark.of(page, span))
                        .toList());
    }

    private static Stream<Place> places(Document document, Group group) {
        return group.best().stream().map(id -> new Place(document.original(), DocumentIndex.page(id)));
    }

    private static Document document(Map<UUID, Document> filed, Group group) {
        return Objects.requireNonNull(filed.get(UUID.fromString(group.name())));
    }

    private static String last(List<Hit> hits) {
        return hits.get(hits.size() - 1).position();
    }

    private List<Facet> facets(DocumentQuery query) {
        return query.facets().stream().map(name -> facet(name, query)).toList();
    }

    private Facet facet(String name, DocumentQuery query) {
        return name.equals("validOn")
                ? Facet.on(validOn(query), Validity.FIELD, Set.of(Validity.IN_FORCE))
                : Facet.of(name);
    }

    private Map<String, List<FacetValue>> facets(DocumentQuery query, Map<String, List<Count>> counted) {
        Map<String, List<FacetValue>> facets = new HashMap<>();
        for (String name : query.facets()) {
            List<Count> counts = counted.getOrDefault(facet(name, query).field(), List.of());
            facets.put(
                    name,
                    switch (name) {
                        case "manufacturer" -> makers.named(counts);
                        case "validOn" ->
                            FacetValue.all(counts, value -> validOn(query).toString());
                        default -> FacetValue.all(counts, value -> value);
                    });
        }
        return facets;
    }

    /** Today by the clock of the first states to have a regime, where no day is given. */
    private LocalDate validOn(DocumentQuery query) {
        return Objects.requireNonNullElseGet(query.validOn(), () -> LocalDate.now(clock));
    }
}
