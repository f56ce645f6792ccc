package org.sharedregistry.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.pipeline.PagesChanged;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.regime.Regimes;
import org.sharedregistry.search.IndexChanges;
import org.sharedregistry.storage.ContentHash;
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

    private static final String DOCUMENT = "select id, original, owner, file_name, kind, visibility from document ";

    private final JdbcClient jdbc;
    private final RecordLog log;
    private final Originals originals;
    private final IndexChanges index;
    private final Regimes regimes;

    Documents(JdbcClient jdbc, RecordLog log, Originals originals, IndexChanges index, Regimes regimes) {
        this.jdbc = jdbc;
        this.log = log;
        this.originals = originals;
        this.index = index;
        this.regimes = regimes;
    }

    /**
     * Files an announced original. The same bytes from the same owner are the same document, to which the new links are
     * added.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Document file(Caller caller, Incoming.Received file, Filing filing) {
        originals.keep(file.hash(), file.file());
        Document document = existing(caller, file.hash()).orElseGet(() -> insert(caller, file.hash(), filing));
        link(caller, document, filing);
        index.add(INDEX_KIND, document.id().toString());
        return document;
    }

    /** A document, if the caller may read it. */
    public Optional<Document> readable(Caller caller, UUID id) {
        return all(List.of(id)).values().stream()
                .filter(document -> isReadable(caller, document))
                .findFirst();
    }

    /** Whether the caller may read a document. */
    public boolean isReadable(Caller caller, Document document) {
        if (document.visibility() == Visibility.PUBLIC) {
            return true;
        }
        Set<String> names = caller.readerNames();
        return !names.isEmpty() && !Collections.disjoint(document.readers(parties()), names);
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
    public List<Filed> filedAs(Collection<UUID> attestations, long known) {
        return filed("document_attestation", "attestation", attestations, known);
    }

    /** The documents filed for some goods entries. */
    public List<Filed> filedFor(Collection<UUID> goods) {
        return filed("document_goods", "goods", goods, Long.MAX_VALUE);
    }

    /** The ids of all documents, for filling a search index. */
    public List<UUID> ids() {
        return jdbc.sql("select id from document")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The states that are party to any regime: their officials may read what is restricted. */
    public Set<String> parties() {
        return regimes.known().values().stream()
                .flatMap(versions -> versions.recorded().stream())
                .flatMap(version -> version.fact().parties().stream())
                .map(RegimeFact.Party::state)
                .collect(Collectors.toSet());
    }

    @EventListener
    void on(PagesChanged event) {
        jdbc.sql("select id from document where original = :original")
                .param("original", event.original().hex())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .forEach(id -> index.add(INDEX_KIND, id.toString()));
    }

    private Optional<Document> existing(Caller caller, ContentHash hash) {
        return jdbc.sql(DOCUMENT + "where owner = :owner and original = :original")
                .param("owner", caller.owner())
                .param("original", hash.hex())
                .query(Documents::document)
                .optional();
    }

    private Document insert(Caller caller, ContentHash hash, Filing filing) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "document.filed", id))
                .sequence();
        // Another request with the same bytes may have come first while this one waited for the log.
        jdbc.sql("""
                        insert into document (id, original, owner, file_name, kind, visibility, sequence)
                        values (:id, :original, :owner, :fileName, :kind, :visibility, :sequence)
                        on conflict (owner, original) do nothing
                        """)
                .param("id", id)
                .param("original", hash.hex())
                .param("owner", caller.owner())
                .param("fileName", filing.fileName())
                .param("kind", filing.kind().name())
                .param("visibility", filing.visibility().name())
                .param("sequence", sequence)
                .update();
        return existing(caller, hash).orElseThrow();
    }

    private void link(Caller caller, Document document, Filing filing) {
        if (filing.goods() == null && filing.attestation() == null) {
            return;
        }
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "document.linked", document.id()))
                .sequence();
        link("document_goods", "goods", document, filing.goods(), sequence);
        link("document_attestation", "attestation", document, filing.attestation(), sequence);
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

    private List<Filed> filed(String table, String column, Collection<UUID> subjects, long known) {
        return jdbc.sql("select d.id, d.original, d.owner, d.file_name, d.kind, d.visibility, l." + column
                        + " as subject from "
                        + table + " l join document d on d.id = l.document where l." + column
                        + " = any (:ids) and l.sequence <= :known order by l.sequence")
                .param("known", known)
                .param("ids", subjects.toArray(UUID[]::new))
                .query((row, number) -> new Filed(document(row, number), row.getObject("subject", UUID.class)))
                .list();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                new ContentHash(row.getString("original")),
                row.getString("owner"),
                row.getString("file_name"),
                DocumentKind.valueOf(row.getString("kind")),
                Visibility.valueOf(row.getString("visibility")));
    }

    /** A document and what it was filed for. */
    public record Filed(Document document, UUID subject) {}

    /** What a document is filed as, and for what. */
    public record Filing(
            String fileName,
            DocumentKind kind,
            Visibility visibility,
            @Nullable UUID goods,
            @Nullable UUID attestation) {}
}
