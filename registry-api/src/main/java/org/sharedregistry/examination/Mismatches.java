package org.sharedregistry.examination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.DocumentFiled;
import org.sharedregistry.document.Documents;
import org.sharedregistry.examination.Comparison.Line;
import org.sharedregistry.examination.Comparison.Outcome;
import org.sharedregistry.goods.GoodsChanging;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.pipeline.PaperRead;
import org.sharedregistry.pipeline.Papers;
import org.sharedregistry.storage.ContentHash;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Where papers and the registry say different things. Found anew, in the same transaction, whenever a paper is read or
 * filed, or the goods change that it was filed for; what an attestation says never does. So a mismatch is noticed before
 * anybody asks.
 */
@Repository
public class Mismatches {

    /** Settled are those with the newest settlement of the very same values. */
    private static final String OPEN = """
            not exists (
                select from mismatch_settlement s
                where s.document = m.document and s.subject = m.subject and s.field = m.field
                  and s.printed = m.printed and s.recorded = m.recorded)
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Papers papers;
    private final Attestations attestations;
    private final Records records;
    private final ModelsOnPages models;
    private final RecordLog log;

    Mismatches(
            JdbcClient jdbc,
            Documents documents,
            Papers papers,
            Attestations attestations,
            Records records,
            ModelsOnPages models,
            RecordLog log) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.papers = papers;
        this.attestations = attestations;
        this.records = records;
        this.models = models;
        this.log = log;
    }

    /** A document held against everything it was filed as and for. */
    List<Comparison> of(Document document) {
        return compared(List.of(document)).getOrDefault(document.id(), List.of());
    }

    /** All that was settled about a document, the newest first. */
    List<Settlement> settled(UUID document) {
        return jdbc.sql("""
                        select s.*, r.recorded_at from mismatch_settlement s join record r using (sequence)
                        where document = :document order by sequence desc
                        """)
                .param("document", document)
                .query(Mismatches::settlement)
                .list();
    }

    /**
     * Open mismatches of documents that a caller has filed, or for an official of those filed for goods of its state.
     *
     * @param after where the list goes on; null from the start
     */
    public List<Open> open(Caller caller, @Nullable Cursor after, int size) {
        return jdbc.sql("select m.*, d.file_name from mismatch m join document d on d.id = m.document where " + OPEN
                        + concerning() + """
                         and (cast(:document as uuid) is null
                              or (m.document, m.subject, m.field) > (:document, :subject, :field))
                        order by m.document, m.subject, m.field limit :size
                        """)
                .param("owner", caller.owner())
                .param("state", caller.isOfficial() ? caller.requiredState() : null)
                .param("document", after == null ? null : after.document)
                .param("subject", after == null ? null : after.subject)
                .param("field", after == null ? null : after.field.name())
                .param("size", size)
                .query(Mismatches::open)
                .list();
    }

    /** Those of a caller, as in {@link #open}, that are about some goods entries or attestations. */
    public List<Open> about(Caller caller, Collection<UUID> subjects) {
        return jdbc.sql("select m.*, d.file_name from mismatch m join document d on d.id = m.document where " + OPEN
                        + concerning() + " and m.subject = any (:subjects) order by m.document, m.subject, m.field")
                .param("owner", caller.owner())
                .param("state", caller.isOfficial() ? caller.requiredState() : null)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(Mismatches::open)
                .list();
    }

    /** How many there are, as in {@link #open}. */
    public long count(Caller caller) {
        return jdbc.sql("select count(*) from mismatch m join document d on d.id = m.document where " + OPEN
                        + concerning())
                .param("owner", caller.owner())
                .param("state", caller.isOfficial() ? caller.requiredState() : null)
                .query(Long.class)
                .single();
    }

    /** Records what a person made of a mismatch; its values are as that person saw them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(Caller caller, UUID document, UUID subject, Line line, Finding finding, String reason) {
        long sequence = log.append(
                        new RecordLog.Entry(caller.account(), "mismatch.settled", subject.toString(), reason, null))
                .sequence();
        jdbc.sql("""
                        insert into mismatch_settlement
                            (document, subject, field, printed, recorded, finding, reason, settled_by, sequence)
                        values (:document, :subject, :field, :printed, :recorded, :finding, :reason, :by, :sequence)
                        """)
                .param("document", document)
                .param("subject", subject)
                .param("field", line.field().name())
                .param("printed", line.printedValues().toArray(String[]::new))
                .param("recorded", line.recordedValues().toArray(String[]::new))
                .param("finding", finding.name())
                .param("reason", reason)
                .param("by", caller.account())
                .param("sequence", sequence)
                .update();
    }

    @EventListener
    void on(PaperRead event) {
        findAnew(documents.of(event.original()));
    }

    @EventListener
    void on(DocumentFiled event) {
        findAnew(List.of(event.document()));
    }

    /** Once the new description is recorded. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(GoodsChanging event) {
        findAnew(documents.filedFor(List.of(event.entry().id())).stream()
                .map(Documents.Link::document)
                .toList());
    }

    private void findAnew(List<Document> examined) {
        if (examined.isEmpty()) {
            return;
        }
        Map<UUID, List<Comparison>> compared = compared(examined);
        jdbc.sql("delete from mismatch where document = any (:documents)")
                .param("documents", examined.stream().map(Document::id).toArray(UUID[]::new))
                .update();
        compared.forEach((document, comparisons) -> comparisons.forEach(comparison -> comparison
                .mismatches()
                .forEach(line -> insert(document, comparison.recorded().id(), line))));
    }

    private void insert(UUID document, UUID subject, Line line) {
        jdbc.sql("""
                        insert into mismatch (document, subject, field, outcome, certainty, printed, recorded)
                        values (:document, :subject, :field, :outcome, :certainty, :printed, :recorded)
                        """)
                .param("document", document)
                .param("subject", subject)
                .param("field", line.field().name())
                .param("outcome", line.outcome().name())
                .param("certainty", line.certainty().name())
                .param("printed", line.printedValues().toArray(String[]::new))
                .param("recorded", line.recordedValues().toArray(String[]::new))
                .update();
    }

    /** Each document with its comparisons; documents that were not read, or filed for nothing, are left out. */
    private Map<UUID, List<Comparison>> compared(List<Document> examined) {
        List<UUID> ids = examined.stream().map(Document::id).toList();
        Map<UUID, Set<UUID>> filedAs = documents.attestationsOf(ids);
        Map<UUID, Set<UUID>> filedFor = documents.goodsOf(ids);
        if (filedAs.isEmpty() && filedFor.isEmpty()) {
            return Map.of();
        }
        Map<ContentHash, Paper> read =
                papers.all(examined.stream().map(Document::original).collect(Collectors.toSet()));
        Map<UUID, Recorded> recorded = Stream.concat(
                        records.ofAttestations(attestations.all(all(filedAs)).values()).stream(),
                        records.ofGoods(all(filedFor)).stream())
                .collect(Collectors.toMap(Recorded::id, Function.identity()));
        Map<UUID, List<Comparison>> compared = new HashMap<>();
        for (Document document : examined) {
            Paper paper = read.get(document.original());
            if (paper != null) {
                List<Recorded> subjects = Stream.of(filedAs, filedFor)
                        .flatMap(each -> each.getOrDefault(document.id(), Set.of()).stream())
                        .map(recorded::get)
                        .filter(Objects::nonNull)
                        .toList();
                Printed printed = models.lookedFor(document, Printed.of(document.id(), paper), subjects);
                compared.put(
                        document.id(),
                        subjects.stream()
                                .map(each -> Comparison.of(printed, each))
                                .toList());
            }
        }
        return compared;
    }

    private static Set<UUID> all(Map<UUID, Set<UUID>> subjects) {
        return subjects.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    /** The restriction to what concerns a caller, with the parameters {@code owner} and {@code state}. */
    private static String concerning() {
        return """
                 and (d.owner = :owner or exists (
                    select from goods g
                    where g.state = cast(:state as text) and g.number is not null
                      and (g.id = m.subject or exists (
                          select from attestation_goods a where a.goods = g.id and a.attestation = m.subject))))
                """;
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getObject("document", UUID.class),
                row.getString("file_name"),
                row.getObject("subject", UUID.class),
                Field.valueOf(row.getString("field")),
                Outcome.valueOf(row.getString("outcome")),
                Certainty.valueOf(row.getString("certainty")),
                texts(row, "printed"),
                texts(row, "recorded"));
    }

    private static Settlement settlement(ResultSet row, int number) throws SQLException {
        return new Settlement(
                row.getObject("subject", UUID.class),
                Field.valueOf(row.getString("field")),
                texts(row, "printed"),
                texts(row, "recorded"),
                Finding.valueOf(row.getString("finding")),
                row.getString("reason"),
                row.getString("settled_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** What a mismatch turned out to be. */
    public enum Finding {
        /** The paper says what is recorded; it was misread. */
        MISREAD,
        PAPER_WRONG,
        RECORD_WRONG,
        /** Both are right in their way, such as a name that was changed since. */
        IMMATERIAL
    }

    /** @param subject the attestation or goods entry that the document was filed as or for */
    public record Open(
            UUID document,
            String fileName,
            UUID subject,
            Field field,
            Outcome outcome,
            Certainty certainty,
            List<String> printed,
            List<String> recorded) {

        /** Where a list goes on behind it. */
        public Cursor cursor() {
            return new Cursor(document, subject, field);
        }
    }

    public record Settlement(
            UUID subject,
            Field field,
            List<String> printed,
            List<String> recorded,
            Finding finding,
            String reason,
            String by,
            Instant at) {

        boolean settles(UUID itsSubject, Line line) {
            return subject.equals(itsSubject)
                    && field == line.field()
                    && printed.equals(line.printedValues())
                    && recorded.equals(line.recordedValues());
        }
    }

    /** Where a list goes on. */
    public record Cursor(UUID document, UUID subject, Field field) {

        static Cursor parse(String text) {
            String[] parts = text.split("_", 3);
            return new Cursor(UUID.fromString(parts[0]), UUID.fromString(parts[1]), Field.valueOf(parts[2]));
        }

        @Override
        public String toString() {
            return document + "_" + subject + "_" + field;
        }
    }
}
