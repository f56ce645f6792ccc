package org.sharedregistry.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.pipeline.Page;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.search.IndexEntry;
import org.sharedregistry.search.IndexSource;
import org.springframework.stereotype.Component;

/** What the index holds of documents: an entry for each page that has text. */
@Component
class DocumentIndex implements IndexSource {

    /** The kind of entry that stands for a page. */
    static final String PAGE = "page";

    /** Smaller than any that is given out. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Documents documents;
    private final Pages pages;

    DocumentIndex(Documents documents, Pages pages) {
        this.documents = documents;
        this.pages = pages;
    }

    @Override
    public String kind() {
        return Documents.INDEX_KIND;
    }

    @Override
    public List<String> subjects(String last, int size) {
        return documents.ids(last.isEmpty() ? FIRST : UUID.fromString(last), size).stream()
                .map(UUID::toString)
                .toList();
    }

    @Override
    public void load(Collection<String> subjects, Consumer<IndexEntry> entries, Consumer<String> removed) {
        Set<String> parties = documents.parties();
        documents
                .all(subjects.stream().map(UUID::fromString).toList())
                .values()
                .forEach(document -> pages.each(document.original(), page -> {
                    if (page.text().isBlank()) {
                        removed.accept(id(document, page));
                    } else {
                        entries.accept(entry(document, page, parties));
                    }
                }));
    }

    /** The number of the page that an entry stands for. */
    static int page(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
    }

    private static String id(Document document, Page page) {
        return PAGE + ":" + document.id() + ":" + page.number();
    }

    private static IndexEntry entry(Document document, Page page, Set<String> parties) {
        return new IndexEntry(
                id(document, page),
                PAGE,
                document.id().toString(),
                document.readers(parties),
                document.fileName(),
                page.text(),
                Map.of("kind", Set.of(document.kind().name()), "owner", Set.of(document.owner())),
                Map.of(),
                Map.of());
    }
}
