package org.sharedregistry.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pipeline.Members;
import org.sharedregistry.pipeline.Members.Member;
import org.sharedregistry.pipeline.MembersFound;
import org.sharedregistry.search.IndexChanges;
import org.sharedregistry.storage.ContentHash;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes documents of what lies in a container: of the same owner, kind and visibility, filed for the same goods and
 * attestations and in the same batches.
 */
@Component
class Unpacking {

    /** In the log, for what nobody did but the registry. */
    private static final String ACTOR = "ingest";

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Members members;
    private final RecordLog log;
    private final IndexChanges index;

    Unpacking(JdbcClient jdbc, Documents documents, Members members, RecordLog log, IndexChanges index) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.members = members;
        this.log = log;
        this.index = index;
    }

    /** A container was read that has been filed, perhaps by several. */
    @EventListener
    void on(MembersFound event) {
        documents.of(event.container()).forEach(container -> unpack(container, new HashSet<>()));
    }

    /** A document was filed that may be a container, read before for somebody else. */
    @EventListener
    void on(DocumentFiled event) {
        unpack(event.document(), new HashSet<>());
    }

    /** @param unpacked what has been, in this transaction: a container may contain itself */
    private void unpack(Document container, Set<UUID> unpacked) {
        List<Member> contents = members.of(container.original());
        if (contents.isEmpty() || !unpacked.add(container.id())) {
            return;
        }
        long sequence = log.append(RecordLog.Entry.of(ACTOR, "document.unpacked", container.id()))
                .sequence();
        insert(container, contents, sequence);
        place(container, contents);
        inherit("document_goods", "goods", container, sequence);
        inherit("document_attestation", "attestation", container, sequence);
        inheritBatches(container);
        List<Document> inside = documents.within(container);
        index.addAll(
                Documents.INDEX_KIND,
                inside.stream().map(document -> document.id().toString()).toList());
        Set<ContentHash> containers =
                members.containers(inside.stream().map(Document::original).toList());
        inside.stream()
                .filter(document -> containers.contains(document.original()))
                .forEach(document -> unpack(document, unpacked));
    }

    private void insert(Document container, List<Member> contents, long sequence) {
        jdbc.sql("""
                        insert into document (original, owner, file_name, kind, visibility, sequence)
                        select original, :owner, file_name, :kind, :visibility, :sequence
                        from unnest(:originals, :fileNames) as found (original, file_name)
                        on conflict (owner, original) do nothing
                        """)
                .param("owner", container.owner())
                .param("kind", container.kind().name())
                .param("visibility", container.visibility().name())
                .param("sequence", sequence)
                .param("originals", originals(contents))
                .param(
                        "fileNames",
                        contents.stream().map(each -> FileName.of(each.name())).toArray(String[]::new))
                .update();
    }

    private void place(Document container, List<Member> contents) {
        jdbc.sql("delete from document_member where container = :container")
                .param("container", container.id())
                .update();
        jdbc.sql("""
                        insert into document_member (container, number, member)
                        select :container, number, document.id
                        from unnest(:numbers, :originals) as found (number, original)
                        join document on document.owner = :owner and document.original = found.original
                        """)
                .param("container", container.id())
                .param("numbers", contents.stream().map(Member::number).toArray(Integer[]::new))
                .param("originals", originals(contents))
                .param("owner", container.owner())
                .update();
    }

    private void inherit(String table, String column, Document container, long sequence) {
        jdbc.sql("insert into " + table + " (document, " + column + ", sequence) select member, " + column
                        + ", :sequence from document_member join " + table
                        + " on document = container where container = :container on conflict do nothing")
                .param("container", container.id())
                .param("sequence", sequence)
                .update();
    }

    private void inheritBatches(Document container) {
        jdbc.sql("""
                        insert into document_batch (owner, batch, document)
                        select owner, batch, member from document_member join document_batch on document = container
                        where container = :container on conflict do nothing
                        """).param("container", container.id()).update();
    }

    private static String[] originals(List<Member> contents) {
        return contents.stream().map(each -> each.content().hex()).toArray(String[]::new);
    }
}
