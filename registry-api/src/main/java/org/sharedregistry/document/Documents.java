package org.sharedregistry.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.pipeline.PagesChanged;
import org.sharedregistry.pipeline.PaperRead;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.search.IndexChanges;
import org.sharedregistry.storage.ContentHash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who filed which original for what. */
@Repository
public class Documents {

    /** The kind under which documents stand in the list of changes for the search index. */
    public static final String INDEX_KIND = "document";

    private static final int PAGES_AT_ONCE = 1_000;

    private static final String DOCUMENT =
            "select id, original, document.owner, file_name, kind, visibility, supersedes from document ";

    private final JdbcClient jdbc;
    private final RecordLog log;
    private final Originals originals;
    private final IndexChanges index;
    private final Regimes regimes;
    private final ApplicationEventPublisher events;

    Documents(
            JdbcClient jdbc,
            RecordLog log,
            Originals originals,
            IndexChanges index,
            Regimes regimes,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.log = log;
        this.originals = originals;
        this.index = index;
        this.regimes = regimes;
        this.events = events;
    }

    /**
     * Files announced originals. The same bytes from the same owner are the same document, to which the new links are
     * added.
     *
     * @return a document for each, in the order of their hashes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Filed> file(Caller caller, List<Sent> sent) {
        // All bytes first, as slow as a store may be: from the first document on the log is locked. In an order,
        // lest two requests wait for each other.
        List<Sent> ordered = sent.stream()
                .sorted(Comparator.comparing(each -> each.file().hash().hex()))
                .toList();
        ordered.forEach(each -> originals.keep(each.file().hash(), each.file().file(), caller.owner()));
        List<Filed> filed = ordered.stream()
                .map(each -> file(caller, each.file().hash(), each.filing()))
                .toList();
        reindex(filed.stream().map(each -> each.document().id()).toList());
        return filed;
    }

    /** Files announced originals in a transaction of its own. */
    @Transactional
    public List<Filed> fileAtOnce(Caller caller, List<Sent> sent) {
        return file(caller, sent);
    }

    private Filed file(Caller caller, ContentHash hash, Filing filing) {
        Optional<Document> known = existing(caller.owner(), hash);
        if (known.isPresent()
                && filing.supersedes() != null
                && !filing.supersedes().equals(known.get().supersedes())) {
            throw new RegistryProblem(
                            ProblemType.CONFLICT,
                            "These bytes are a document of yours already, so they cannot take the place of another.")
                    .with("document", known.get().id());
        }
        Document document = known.orElseGet(() -> insert(caller, hash, filing));
        record(caller, document, filing.goods(), filing.attestation());
        if (filing.batch() != null) {
            addToBatch(document, filing.batch());
        }
        events.publishEvent(new DocumentFiled(document));
        return new Filed(document, known.isEmpty());
    }

    /** The document that an owner has made of some bytes. */
    Optional<Document> existing(String owner, ContentHash hash) {
        return jdbc.sql(DOCUMENT + "where owner = :owner and original = :original")
                .param("owner", owner)
                .param("original", hash.hex())
                .query(Documents::document)
                .optional();
    }

    /** All documents that have been made of some bytes. */
    public List<Document> of(ContentHash hash) {
        return jdbc.sql(DOCUMENT + "where original = :original")
                .param("original", hash.hex())
                .query(Documents::document)
                .list();
    }

    /** The documents that came in a container, in the order in which they lie there; each once. */
    List<Document> within(Document container) {
        return jdbc.sql(DOCUMENT + """
                        join (select member, min(number) as place from document_member where container = :container
                              group by member) as inside on inside.member = id
                        order by place
                        """)
                .param("container", container.id())
                .query(Documents::document)
                .list();
    }

    /** A document, if the caller may read it. */
    public Optional<Document> readable(Caller caller, UUID id) {
        return all(List.of(id)).values().stream()
                .filter(document -> isReadable(caller, document))
                .findFirst();
    }

    /** Whether the caller may read a document. */
    public boolean isReadable(Caller caller, Document document) {
        return document.visibility() == Visibility.PUBLIC || document.isReadable(caller, parties());
    }

    /** Documents by id. */
    public Map<UUID, Document> all(Collection<UUID> ids) {
        return jdbc
                .sql(DOCUMENT + "where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Documents::document)
                .list()
                .stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
    }

    /** The documents filed as some attestations, up to a place in the order of records. */
    public List<Link> filedAs(Collection<UUID> attestations, long known) {
        return filed("document_attestation", "attestation", attestations, known);
    }

    /** The documents filed for some goods entries. */
    public List<Link> filedFor(Collection<UUID> goods) {
        return filed("document_goods", "goods", goods, Long.MAX_VALUE);
    }

    /** The goods entries that each of some documents was filed for. */
    public Map<UUID, Set<UUID>> goodsOf(Collection<UUID> documents) {
        return subjects("document_goods", "goods", documents);
    }

    /** The attestations that each of some documents was filed as. */
    public Map<UUID, Set<UUID>> attestationsOf(Collection<UUID> documents) {
        return subjects("document_attestation", "attestation", documents);
    }

    /** Has documents indexed anew when this transaction commits. */
    public void reindex(Collection<UUID> documents) {
        index.addAll(INDEX_KIND, documents.stream().map(UUID::toString).toList());
    }

    /** The ids of the next documents behind one, in the order of ids, for filling a search index. */
    public List<UUID> ids(UUID last, int size) {
        return jdbc.sql("select id from document where id > :last order by id limit :size")
                .param("last", last)
                .param("size", size)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many documents there are. */
    public long count() {
        return jdbc.sql("select count(*) from document").query(Long.class).single();
    }

    /**
     * Gives each page on which something is to be found, of every document: its id and the page's number. In a transaction
     * they need not fit into memory.
     */
    public void eachPageWithWords(ObjIntConsumer<UUID> pages) {
        jdbc.sql("select id, number from document join page_with_words on sha256 = original")
                .withFetchSize(PAGES_AT_ONCE)
                .query(row -> {
                    pages.accept(row.getObject(1, UUID.class), row.getInt(2));
                });
    }

    /** The states whose officials may read what is restricted: the parties to the regimes. */
    public Set<String> parties() {
        return regimes.parties();
    }

    @EventListener
    void on(PagesChanged event) {
        reindex(of(event.original()).stream().map(Document::id).toList());
    }

    /** A number is found as it was read, however its line was recognised. */
    @EventListener
    void on(PaperRead event) {
        reindex(of(event.original()).stream().map(Document::id).toList());
    }

    private Document insert(Caller caller, ContentHash hash, Filing filing) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "document.filed", id))
                .sequence();
        if (filing.supersedes() != null) {
            requireNewest(filing.supersedes());
        }
        // Another request with the same bytes may have come first while this one waited for the log.
        jdbc.sql("""
                        insert into document (id, original, owner, file_name, kind, visibility, supersedes, sequence)
                        values (:id, :original, :owner, :fileName, :kind, :visibility, :supersedes, :sequence)
                        on conflict (owner, original) do nothing
                        """)
                .param("id", id)
                .param("original", hash.hex())
                .param("owner", caller.owner())
                .param("fileName", filing.fileName())
                .param("kind", filing.kind().name())
                .param("visibility", filing.visibility().name())
                .param("supersedes", filing.supersedes())
                .param("sequence", sequence)
                .update();
        if (filing.supersedes() != null) {
            inherit("document_goods", "goods", filing.supersedes(), id, sequence);
            inherit("document_attestation", "attestation", filing.supersedes(), id, sequence);
        }
        return existing(caller.owner(), hash).orElseThrow();
    }

    /** Nobody can file another meanwhile: the log is locked. */
    private void requireNewest(UUID document) {
        jdbc.sql("select id from document where supersedes = :document")
                .param("document", document)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .ifPresent(newer -> {
                    throw new RegistryProblem(
                                    ProblemType.CONFLICT,
                                    "This document has been superseded. File yours in the place of the newest one.")
                            .with("document", newer);
                });
    }

    /** What a document was filed for, the one in its place is filed for too. */
    private void inherit(String table, String column, UUID older, UUID newer, long sequence) {
        jdbc.sql("insert into " + table + " (document, " + column + ", sequence) select id, " + column
                        + ", :sequence from " + table + ", document where document = :older and id = :newer"
                        + " on conflict do nothing")
                .param("older", older)
                .param("newer", newer)
                .param("sequence", sequence)
                .update();
    }

    private void addToBatch(Document document, String batch) {
        jdbc.sql("""
                        insert into document_batch (owner, batch, document) values (:owner, :batch, :document)
                        on conflict do nothing
                        """)
                .param("owner", document.owner())
                .param("batch", batch)
                .param("document", document.id())
                .update();
    }

    /** Files a document for something more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(Caller caller, Document document, @Nullable UUID goods, @Nullable UUID attestation) {
        record(caller, document, goods, attestation);
        reindex(List.of(document.id()));
        events.publishEvent(new DocumentFiled(document));
    }

    /** The documents of an owner's batch, in the order in which they were sent. */
    public List<Document> inBatch(String owner, String batch) {
        return jdbc.sql(DOCUMENT + """
                        join document_batch b on b.document = id and b.owner = :owner and b.batch = :batch order by id
                        """)
                .param("owner", owner)
                .param("batch", batch)
                .query(Documents::document)
                .list();
    }

    /** The documents of an owner whose files had some names. */
    public List<Document> named(String owner, Collection<String> fileNames) {
        return jdbc.sql(DOCUMENT + "where owner = :owner and file_name = any (:names) order by id")
                .param("owner", owner)
                .param("names", fileNames.toArray(String[]::new))
                .query(Documents::document)
                .list();
    }

    /** The names of the batches that a document was sent in. */
    public List<String> batchesOf(Document document) {
        return jdbc.sql("select batch from document_batch where document = :document order by batch")
                .param("document", document.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void record(Caller caller, Document document, @Nullable UUID goods, @Nullable UUID attestation) {
        if (goods == null && attestation == null) {
            return;
        }
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "document.linked", document.id()))
                .sequence();
        link("document_goods", "goods", document, goods, sequence);
        link("document_attestation", "attestation", document, attestation, sequence);
    }

    private void link(String table, String column, Document document, @Nullable UUID subject, long sequence) {
        if (subject == null) {
            return;
        }
        jdbc.sql("insert into " + table + " (document, " + column
                        + ", sequence) values (:document, :subject, :sequence) on conflict do nothing")
                .param("document", document.id())
                .param("subject", subject)
                .param("sequence", sequence)
                .update();
    }

    private List<Link> filed(String table, String column, Collection<UUID> subjects, long known) {
        return jdbc.sql("select d.id, d.original, d.owner, d.file_name, d.kind, d.visibility, d.supersedes, l." + column
                        + " as subject from "
                        + table + " l join document d on d.id = l.document where l." + column
                        + " = any (:ids) and l.sequence <= :known order by l.sequence")
                .param("known", known)
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, number) -> new Link(document(row, number), row.getObject("subject", UUID.class)))
                .list();
    }

    private Map<UUID, Set<UUID>> subjects(String table, String column, Collection<UUID> documents) {
        return jdbc
                .sql("select document, " + column + " as subject from " + table + " where document = any (:documents)")
                .param("documents", documents.toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(row.getObject("document", UUID.class), row.getObject("subject", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                new ContentHash(row.getString("original")),
                row.getString("owner"),
                row.getString("file_name"),
                DocumentKind.valueOf(row.getString("kind")),
                Visibility.valueOf(row.getString("visibility")),
                row.getObject("supersedes", UUID.class));
    }

    /** A document and what it was filed for. */
    public record Link(Document document, UUID subject) {}

    /** A file as it was received, and what it is to be filed as. */
    public record Sent(Incoming.Received file, Filing filing) {}

    /** What was filed: a new document, or one that its owner had filed before. */
    public record Filed(Document document, boolean isNew) {}

    /**
     * What a document is filed as, and for what.
     *
     * @param supersedes the document in whose place it is filed
     * @param batch the name that its sender gave to what was sent together
     */
    public record Filing(
            String fileName,
            DocumentKind kind,
            Visibility visibility,
            @Nullable UUID goods,
            @Nullable UUID attestation,
            @Nullable UUID supersedes,
            @Nullable String batch) {}
}
