package org.sharedregistry.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.sharedregistry.attestation.AttestationContent;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.log.Recorded;
import org.sharedregistry.recognition.Scope;
import org.sharedregistry.recognition.StatusEvent;
import tools.jackson.databind.json.JsonMapper;

/** The rows of some part of a generated registry, in the registry's tables. */
final class GeneratedRows {

    private static final int MANUFACTURER = 1;
    private static final int BODY = 2;
    private static final int GOODS = 3;
    private static final int ATTESTATION = 4;
    private static final int PROPOSAL = ATTESTATION + 3;
    private static final int DECISION = PROPOSAL + 1;

    private static final LocalDate SUBMITTED = LocalDate.of(2026, 4, 2);
    private static final LocalDate DECIDED = LocalDate.of(2026, 4, 10);

    private final JsonMapper json;
    private final CopiedRows records =
            new CopiedRows("record", "sequence, recorded_at, actor, event, subject, reason, act");
    private final CopiedRows bodies = new CopiedRows("body", "id, state, accreditation");
    private final CopiedRows bodyVersions = versions("body");
    private final CopiedRows makers = new CopiedRows("manufacturer", "id, state, tax_id");
    private final CopiedRows makerVersions = versions("manufacturer");
    private final CopiedRows goods =
            new CopiedRows("goods", "id, number, submitted, submitted_on, regime, state, manufacturer, revision");
    private final CopiedRows goodsVersions = versions("goods");
    private final CopiedRows attestations =
            new CopiedRows("attestation", "id, key, number, kind, body, manufacturer, revision");
    private final CopiedRows attestationVersions = versions("attestation");
    private final CopiedRows covers = new CopiedRows("attestation_goods", "attestation, goods, sequence");
    private final CopiedRows events = new CopiedRows(
            "attestation_event", "attestation, sequence, type, effective, reason, act, authority, scope");
    private final CopiedRows proposals = new CopiedRows(
            "proposal",
            "id, goods, state, action, effective, act, reason, proposed_by, proposed_sequence, status, settled_by,"
                    + " settled_sequence");
    private final CopiedRows decisions = new CopiedRows(
            "decision", "id, proposal, goods, state, action, sequence, valid_from, valid_to, act, reason");
    /** In an order in which each refers only to those before it. */
    private final List<CopiedRows> all = List.of(
            records,
            bodies,
            bodyVersions,
            makers,
            makerVersions,
            goods,
            goodsVersions,
            attestations,
            attestationVersions,
            covers,
            events,
            proposals,
            decisions);

    private long sequence;
    private Instant recordedAt;

    /** @param last the record before those that come with these rows, a microsecond apart */
    GeneratedRows(JsonMapper json, Recorded last) {
        this.json = json;
        this.sequence = last.sequence();
        this.recordedAt = last.at();
    }

    /** @return how many rows were sent */
    long send(Connection connection) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        long sent = 0;
        for (CopiedRows rows : all) {
            sent += rows.send(copy);
        }
        return sent;
    }

    void addBody(String state, int index, String accreditation) {
        UUID id = bodyId(state, index);
        bodies.add(id, state, accreditation);
        record("body.entered", id);
        addVersion(bodyVersions, id, Map.of("names", Map.of("ru", "Орган № " + index, "en", "Body No " + index)));
    }

    void addManufacturer(int index) {
        UUID id = GeneratedEntry.id(MANUFACTURER, index);
        makers.add(id, GeneratedEntry.stateOf(index), "%09d".formatted(100_000_000 + index));
        record("manufacturer.entered", id);
        addVersion(
                makerVersions,
                id,
                Map.of(
                        "names",
                        Map.of("ru", "ОАО «Завод № " + index + "»", "en", "Works No " + index + " OJSC"),
                        "address",
                        "ул. Заводская, " + (index % 200 + 1)));
    }

    /** @param manufacturer index of a manufacturer of the same state */
    void addGoods(GeneratedEntry entry, int manufacturer, SeriesKeys keys) {
        UUID id = GeneratedEntry.id(GOODS, entry.index());
        UUID maker = GeneratedEntry.id(MANUFACTURER, manufacturer);
        GeneratedProduct product = GeneratedProduct.of(entry);
        record("goods.submitted", id);
        goods.add(id, entry.registryNumber(), sequence, SUBMITTED, "union-state", entry.state(), maker, sequence);
        addVersion(goodsVersions, id, product.description(entry));
        addAttestation(entry, AttestationKind.EAEU_CERTIFICATE, maker, entry.body(), product.certificate(entry), keys);
        addAttestation(entry, AttestationKind.EAEU_DECLARATION, maker, entry.body(), product.declaration(entry), keys);
        addAttestation(entry, entry.production(), maker, GeneratedEntry.BODIES, product.production(entry), keys);
        if (entry.isProductionSuspended()) {
            addSuspension(entry);
        }
        addDecision(entry, id);
    }

    private void addAttestation(
            GeneratedEntry entry,
            AttestationKind kind,
            UUID maker,
            int body,
            AttestationContent content,
            SeriesKeys keys) {
        UUID id = attestationId(entry, kind);
        SeriesNumber number = entry.number(kind);
        attestations.add(id, keys.of(number, kind), number, kind, bodyId(entry.state(), body), maker, sequence);
        addVersion(attestationVersions, id, content);
        covers.add(id, GeneratedEntry.id(GOODS, entry.index()), sequence);
    }

    private void addSuspension(GeneratedEntry entry) {
        events.add(
                attestationId(entry, entry.production()),
                sequence,
                StatusEvent.Type.SUSPEND,
                DECIDED,
                "Условия производства проверяются",
                "Решение № " + entry.index(),
                "Палата",
                json.writeValueAsString(Scope.NOTHING));
    }

    private void addDecision(GeneratedEntry entry, UUID goodsId) {
        UUID proposal = GeneratedEntry.id(PROPOSAL, entry.index());
        String state = entry.state();
        String act = "Решение № " + entry.index() + "/26";
        String reason = "Производство и соответствие подтверждены";
        proposals.add(
                proposal,
                goodsId,
                state,
                "RECOGNIZE",
                DECIDED,
                act,
                reason,
                proposer(state),
                sequence,
                "CONFIRMED",
                confirmer(state),
                sequence);
        decisions.add(
                GeneratedEntry.id(DECISION, entry.index()),
                proposal,
                goodsId,
                state,
                "RECOGNIZE",
                sequence,
                DECIDED,
                "infinity",
                act,
                reason);
    }

    private void record(String event, UUID subject) {
        sequence++;
        recordedAt = recordedAt.plus(1, ChronoUnit.MICROS);
        records.add(sequence, recordedAt, "benchmark", event, subject, null, null);
    }

    private void addVersion(CopiedRows versions, UUID id, Object content) {
        versions.add(id, sequence, "-infinity", "infinity", json.writeValueAsString(content));
    }

    private static CopiedRows versions(String subject) {
        return new CopiedRows(subject + "_version", subject + ", sequence, valid_from, valid_to, data");
    }

    private static UUID bodyId(String state, int index) {
        return GeneratedEntry.id(BODY, index * GeneratedEntry.STATES.size() + GeneratedEntry.STATES.indexOf(state));
    }

    private static UUID attestationId(GeneratedEntry entry, AttestationKind kind) {
        return GeneratedEntry.id(ATTESTATION + entry.kinds().indexOf(kind), entry.index());
    }

    /** The account of the first person of a state's authority. */
    static String proposer(String state) {
        return "generated-" + state + "-1";
    }

    /** The account of the second. */
    static String confirmer(String state) {
        return "generated-" + state + "-2";
    }
}
