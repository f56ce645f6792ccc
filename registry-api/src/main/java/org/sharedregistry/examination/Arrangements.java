package org.sharedregistry.examination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.FilingRights;
import org.sharedregistry.examination.Arrangement.Bundle;
import org.sharedregistry.examination.Arrangement.Pages;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.pipeline.Papers;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.storage.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How senders put the pages of their batches together; a corrected arrangement takes the place of the one before. */
@Repository
class Arrangements {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;
    private final Documents documents;
    private final FilingRights rights;
    private final Papers papers;

    Arrangements(
            JdbcClient jdbc, JsonMapper json, RecordLog log, Documents documents, FilingRights rights, Papers papers) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.documents = documents;
        this.rights = rights;
        this.papers = papers;
    }

    /** The newest arrangement of an owner's batch. */
    Optional<Arrangement> of(String owner, String batch) {
        return jdbc.sql("""
                        select data from arrangement where owner = :owner and batch = :batch
                        order by sequence desc limit 1
                        """)
                .param("owner", owner)
                .param("batch", batch)
                .query((row, number) -> json.readValue(row.getString("data"), Arrangement.class))
                .optional();
    }

    /** What the paper says that a document is, or is a part of by its batch's arrangement. */
    Printed paperOf(Document document) {
        Optional<Bundle> bundle = documents.batchesOf(document).stream()
                .flatMap(batch -> of(document.owner(), batch).stream())
                .flatMap(arrangement -> arrangement.papers().stream())
                .filter(each -> each.holds(document.id()))
                .findFirst();
        return bundle.map(each -> printed(each.pages()))
                .orElseGet(() -> papers.of(document.original())
                        .map(paper -> Printed.of(document.id(), paper))
                        .orElse(Printed.NOTHING));
    }

    /** What some pages say together; those that were not read say nothing. */
    Printed printed(List<Pages> pages) {
        Map<UUID, Document> found =
                documents.all(pages.stream().map(Pages::document).collect(Collectors.toSet()));
        return Printed.of(pages.stream()
                .filter(each -> found.containsKey(each.document()))
                .map(each -> new Printed.Part(
                        each.document(), papers.ofPages(original(found, each), each.first(), each.last())))
                .toList());
    }

    /** Keeps an arrangement, and files its documents for what it says. */
    @Transactional(propagation = Propagation.MANDATORY)
    void arrange(Caller caller, String batch, Arrangement arrangement) {
        Map<UUID, Document> own = documents.inBatch(caller.owner(), batch).stream()
                .collect(Collectors.toMap(Document::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        requirePages(arrangement, own.keySet());
        for (Bundle bundle : arrangement.papers()) {
            List<UUID> goods = bundle.goods().stream()
                    .map(address -> rights.goodsToFileFor(caller, address))
                    .toList();
            UUID attestation =
                    bundle.attestation() == null ? null : rights.attestationToFileAs(caller, bundle.attestation());
            for (UUID document : bundle.pages().stream().map(Pages::document).collect(Collectors.toSet())) {
                Document filed = Optional.ofNullable(own.get(document)).orElseThrow();
                goods.forEach(entry -> documents.link(caller, filed, entry, null));
                if (attestation != null) {
                    documents.link(caller, filed, null, attestation);
                }
            }
        }
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "batch.arranged", batch))
                .sequence();
        jdbc.sql("""
                        insert into arrangement (owner, batch, sequence, data)
                        values (:owner, :batch, :sequence, :data::jsonb)
                        """)
                .param("owner", caller.owner())
                .param("batch", batch)
                .param("sequence", sequence)
                .param("data", json.writeValueAsString(arrangement))
                .update();
    }

    /** Each page at most once, and only those that were sent in the batch. */
    private static void requirePages(Arrangement arrangement, Set<UUID> own) {
        List<Pages> seen = new ArrayList<>();
        for (int i = 0; i < arrangement.papers().size(); i++) {
            for (Pages pages : arrangement.papers().get(i).pages()) {
                String pointer = "/papers/" + i + "/pages";
                if (!own.contains(pages.document())) {
                    throw RegistryProblem.field(
                            pointer, "The batch has no document " + pages.document() + " of yours.");
                }
                if (seen.stream().anyMatch(pages::overlaps)) {
                    throw RegistryProblem.field(pointer, "A page belongs to one paper, and stands there once.");
                }
                seen.add(pages);
            }
        }
    }

    private static ContentHash original(Map<UUID, Document> found, Pages pages) {
        return Optional.ofNullable(found.get(pages.document())).orElseThrow().original();
    }
}
