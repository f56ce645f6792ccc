package org.sharedregistry.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.pipeline.Page;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.review.Dossiers;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchResult.Hit;
import org.springframework.stereotype.Service;

/** Finds goods, and the pages of documents. */
@Service
public class Catalogue {

    private static final int HITS_A_DOCUMENT = 3;

    private final SearchIndex index;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Pages pages;
    private final Highlighter highlighter;
    private final Cursor cursor;
    private final Regimes regimes;
    private final Clock clock;

    Catalogue(
            SearchIndex index,
            Dossiers dossiers,
            Documents documents,
            Pages pages,
            Highlighter highlighter,
            Cursor cursor,
            Regimes regimes,
            Clock clock) {
        this.index = index;
        this.dossiers = dossiers;
        this.documents = documents;
        this.pages = pages;
        this.highlighter = highlighter;
        this.cursor = cursor;
        this.regimes = regimes;
        this.clock = clock;
    }

    /** The goods that fit, from public entries only. */
    public Listing<GoodsHit> goods(GoodsQuery query) {
        GoodsQuery question = query.withoutPosition();
        SearchResult found = index.search(new SearchQuery(
                GoodsIndex.KIND,
                Objects.requireNonNullElse(query.q(), ""),
                Audience.PUBLIC,
                query.keywords(),
                query.periods(LocalDate.now(clock.withZone(regimes.zoneOf(query.recognizedIn())))),
                query.order(),
                PageSize.of(query.size()),
                cursor.read(query.cursor(), question)));
        Map<UUID, Dossier> entries =
                dossiers
                        .of(found.hits().stream()
                                .map(hit -> UUID.fromString(hit.group()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(dossier -> dossier.entry().id(), Function.identity()));
        List<GoodsHit> items = found.hits().stream()
                .map(hit -> entries.get(UUID.fromString(hit.group())))
                .filter(Objects::nonNull)
                .map(GoodsHit::of)
                .toList();
        return new Listing<>(items, next(found, query.size(), question), Listing.Total.exactly(found.total()));
    }

    /**
     * The pages that fit, gathered by document in the order of each document's best page. The total counts pages.
     */
    public Listing<DocumentHit> documents(Caller caller, DocumentQuery query) {
        DocumentQuery question = query.withoutPosition();
        SearchResult found = index.search(new SearchQuery(
                DocumentIndex.PAGE,
                query.question(),
                new Audience(caller.readerNames()),
                query.keywords(),
                Map.of(),
                Order.RELEVANCE,
                PageSize.of(query.size()),
                cursor.read(query.cursor(), question)));
        Map<UUID, List<Hit>> byDocument = found.hits().stream()
                .collect(Collectors.groupingBy(
                        hit -> UUID.fromString(hit.group()), LinkedHashMap::new, Collectors.toList()));
        Map<UUID, Document> filed = documents.all(byDocument.keySet());
        List<DocumentHit> items = new ArrayList<>();
        byDocument.forEach((id, hits) -> {
            Document document = filed.get(id);
            // The index may be a moment behind a document that was withdrawn from view.
            if (document != null && documents.isReadable(caller, document)) {
                items.add(hit(document, hits, query.question()));
            }
        });
        return new Listing<>(items, next(found, query.size(), question), Listing.Total.exactly(found.total()));
    }

    private DocumentHit hit(Document document, List<Hit> hits, String words) {
        List<DocumentHit.PageHit> best = hits.stream()
                .limit(HITS_A_DOCUMENT)
                .map(hit -> DocumentIndex.page(hit.id()))
                .flatMap(number -> pages.one(document.original(), number).stream())
                .map(page -> pageHit(page, words))
                .toList();
        return new DocumentHit(
                document.id(), document.fileName(), document.kind(), document.visibility(), hits.size(), best);
    }

    private DocumentHit.PageHit pageHit(Page page, String words) {
        return new DocumentHit.PageHit(page.number(), highlighter.snippet(page.text(), words));
    }

    private @Nullable String next(SearchResult found, @Nullable Integer size, Object question) {
        List<Hit> hits = found.hits();
        return hits.size() < PageSize.of(size)
                ? null
                : cursor.write(hits.get(hits.size() - 1).position(), question);
    }
}
