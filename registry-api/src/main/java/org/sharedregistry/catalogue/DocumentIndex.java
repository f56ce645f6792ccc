package org.sharedregistry.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.attestation.AttestationsChanged;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.identifier.Folding;
import org.sharedregistry.language.TextLanguage;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.Particular;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.pipeline.Papers;
import org.sharedregistry.search.IndexEntry;
import org.sharedregistry.search.IndexSource;
import org.sharedregistry.search.Period;
import org.sharedregistry.storage.ContentHash;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the index holds of documents: an entry for each page that has text. */
@Component
class DocumentIndex implements IndexSource {

    /** The kind of entry that stands for a page. */
    static final String PAGE = "page";

    static final String KIND = "kind";
    static final String VISIBILITY = "visibility";

    /** Of each page, told by its letters. */
    static final String LANGUAGE = "language";

    static final String MANUFACTURER = "manufacturer";

    /** In which the attestation was issued that the document was filed as. */
    static final String YEAR = "year";

    /** Smaller than any that is given out. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Documents documents;
    private final Pages pages;
    private final Papers papers;
    private final Attestations attestations;
    private final Goods goods;

    DocumentIndex(Documents documents, Pages pages, Papers papers, Attestations attestations, Goods goods) {
        this.documents = documents;
        this.pages = pages;
        this.papers = papers;
        this.attestations = attestations;
        this.goods = goods;
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
    public long count() {
        return documents.count();
    }

    @Override
    public void ids(Consumer<String> ids) {
        documents.eachPageWithWords((document, page) -> ids.accept(id(document, page)));
    }

    @Override
    public void load(Collection<String> subjects, Consumer<IndexEntry> entries, Consumer<String> removed) {
        List<UUID> ids = subjects.stream().map(UUID::fromString).toList();
        Context context = context(ids);
        Map<UUID, Document> found = documents.all(ids);
        Map<ContentHash, Paper> read =
                papers.all(found.values().stream().map(Document::original).collect(Collectors.toSet()));
        found.values().forEach(document -> {
            Filed filed = context.filed(document);
            Optional<Paper> paper = Optional.ofNullable(read.get(document.original()));
            pages.each(document.original(), page -> {
                if (page.text().isBlank()) {
                    removed.accept(id(document.id(), page.number()));
                } else {
                    entries.accept(entry(document, page, textOf(page, paper), filed));
                }
            });
        });
    }

    @EventListener
    void on(AttestationsChanged event) {
        documents.reindex(documents.filedAs(event.attestations(), Long.MAX_VALUE).stream()
                .map(link -> link.document().id())
                .toList());
    }

    /** The number of the page that an entry stands for. */
    static int page(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
    }

    private static String id(UUID document, int page) {
        return PAGE + ":" + document + ":" + page;
    }

    /** The page's text, and behind it the numbers that stand there misread, or in a bar code: they are found all the same. */
    private static String textOf(ExtractedPage page, Optional<Paper> paper) {
        return Stream.concat(
                        Stream.of(page.text()),
                        paper.stream()
                                .flatMap(each -> each.particulars().stream())
                                .filter(each -> each.page() == page.number() && each.kind() != null)
                                .filter(each -> !Folding.bare(each.raw()).endsWith(Folding.bare(each.value())))
                                .map(Particular::value)
                                .distinct())
                .collect(Collectors.joining("\n"));
    }

    private static IndexEntry entry(Document document, ExtractedPage page, String text, Filed filed) {
        return new IndexEntry(
                id(document.id(), page.number()),
                PAGE,
                document.id().toString(),
                filed.readers(),
                document.fileName(),
                text,
                Map.of(
                        KIND,
                        Set.of(document.kind().name()),
                        VISIBILITY,
                        Set.of(document.visibility().name()),
                        LANGUAGE,
                        TextLanguage.of(page.text()).map(TextLanguage::tag).stream()
                                .collect(Collectors.toSet()),
                        MANUFACTURER,
                        filed.manufacturers(),
                        YEAR,
                        filed.years()),
                Map.of(Validity.FIELD, filed.validity()),
                Map.of());
    }

    /** What documents were filed for, and what is known of that. */
    private Context context(List<UUID> ids) {
        Map<UUID, Set<UUID>> goodsOf = documents.goodsOf(ids);
        Map<UUID, Set<UUID>> attestationsOf = documents.attestationsOf(ids);
        Map<UUID, Attestation> filedAs = attestations.all(all(attestationsOf));
        Set<UUID> entries = new HashSet<>(all(goodsOf));
        filedAs.values().forEach(attestation -> entries.addAll(attestation.goods()));
        Map<UUID, UUID> makers =
                goods.all(entries).stream().collect(Collectors.toMap(GoodsEntry::id, GoodsEntry::manufacturer));
        return new Context(documents.parties(), goodsOf, attestationsOf, filedAs, makers);
    }

    private static Set<UUID> all(Map<UUID, Set<UUID>> subjects) {
        return subjects.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** @param makers the manufacturer of each goods entry */
    private record Context(
            Set<String> parties,
            Map<UUID, Set<UUID>> goodsOf,
            Map<UUID, Set<UUID>> attestationsOf,
            Map<UUID, Attestation> attestations,
            Map<UUID, UUID> makers) {

        Filed filed(Document document) {
            List<Attestation> filedAs = attestationsOf.getOrDefault(document.id(), Set.of()).stream()
                    .map(attestations::get)
                    .filter(Objects::nonNull)
                    .toList();
            Set<String> manufacturers = Stream.of(
                            goodsOf.getOrDefault(document.id(), Set.of()).stream()
                                    .map(makers::get),
                            filedAs.stream()
                                    .flatMap(each -> each.goods().stream())
                                    .map(makers::get),
                            filedAs.stream().map(Attestation::manufacturer))
                    .flatMap(ids -> ids)
                    .filter(Objects::nonNull)
                    .map(UUID::toString)
                    .collect(Collectors.toSet());
            Set<String> years = filedAs.stream()
                    .map(each -> String.valueOf(each.fact().issued().getYear()))
                    .collect(Collectors.toSet());
            return new Filed(document.readers(parties), manufacturers, years, Validity.of(filedAs));
        }
    }

    /** What all pages of a document have in common. */
    private record Filed(
            Set<String> readers, Set<String> manufacturers, Set<String> years, Map<String, List<Period>> validity) {}
}
