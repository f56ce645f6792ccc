package org.sharedregistry.attestation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.BodyFact;
import org.sharedregistry.recognition.BodyFact.Accreditation;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The conformity assessment bodies and laboratories, and for what they are accredited on what days. */
@Repository
public class Bodies {

    private final JdbcClient jdbc;
    private final VersionTable<Details> details;
    private final RecordLog log;

    Bodies(JdbcClient jdbc, JsonMapper json, RecordLog log) {
        this.jdbc = jdbc;
        this.details = new VersionTable<>(jdbc, json, "body", Details.class);
        this.log = log;
    }

    /**
     * Enters a body, accredited without limits until something else is recorded.
     *
     * @throws DuplicateKeyException when there is one with this accreditation number
     */
    @Transactional
    public UUID enter(Caller caller, String state, String accreditation, Map<String, String> names) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "body.entered", id))
                .sequence();
        jdbc.sql("insert into body (id, state, accreditation) values (:id, :state, :accreditation)")
                .param("id", id)
                .param("state", state)
                .param("accreditation", accreditation)
                .update();
        details.add(id, sequence, Period.ALWAYS, new Details(names, Accreditation.ACTIVE, Set.of()));
        return id;
    }

    /**
     * Records what holds of a body on some days.
     *
     * @return the sequence of the record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long describe(Caller caller, UUID id, BodyVersion version) {
        long sequence = log.append(new RecordLog.Entry(
                        caller.account(), "body.described", id.toString(), version.reason, version.act))
                .sequence();
        details.add(id, sequence, Period.inclusive(version.from, version.to), version.details());
        return sequence;
    }

    /** A body as it is known now. */
    public Optional<Body> byId(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /** The body with an accreditation number, as printed. */
    public Optional<UUID> byAccreditation(String accreditation) {
        return jdbc.sql("select id from body where accreditation = :accreditation")
                .param("accreditation", accreditation)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** All bodies as they are known now, by accreditation number. */
    List<Body> all() {
        return byIds(jdbc.sql("select id from body")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    private List<Body> byIds(Collection<UUID> ids) {
        Map<UUID, Versions<Details>> recorded = details.of(ids, Long.MAX_VALUE);
        return jdbc.sql("select id, state, accreditation from body where id = any (:ids) order by accreditation")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Versions<Details> versions =
                            Optional.ofNullable(recorded.get(id)).orElseThrow();
                    return new Body(
                            id,
                            row.getString("state"),
                            row.getString("accreditation"),
                            versions.newest().names,
                            versions.recorded().stream().map(Stretch::of).toList());
                })
                .list();
    }

    /** An SQL expression for what is known of a body, in a query with a parameter {@code known}. */
    String versionsOf(String id) {
        return details.versionsOf(id);
    }

    /**
     * A body in the terms of recognition.
     *
     * @param versions as the SQL expression gives them; null when nothing was recorded
     */
    Optional<Versions<BodyFact>> facts(String accreditation, @Nullable String versions) {
        return details.read(versions)
                .map(read -> new Versions<>(read.recorded().stream()
                        .map(version -> new Version<>(
                                version.valid(),
                                version.sequence(),
                                new BodyFact(accreditation, version.fact().accreditation, version.fact().scope)))
                        .toList()));
    }

    /**
     * A body.
     *
     * @param names as known now
     * @param accreditations what was recorded, the newest first
     */
    public record Body(
            UUID id, String state, String accreditation, Map<String, String> names, List<Stretch> accreditations) {}

    /** Where its accreditation stands on some days; the last one belongs to them. */
    public record Stretch(
            long sequence,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Accreditation status,
            Set<String> scope) {

        private static Stretch of(Version<Details> version) {
            return new Stretch(
                    version.sequence(),
                    version.valid().firstDay().orElse(null),
                    version.valid().lastDay().orElse(null),
                    version.fact().accreditation,
                    version.fact().scope);
        }
    }

    /**
     * What is to be recorded of a body for some days.
     *
     * @param scope regulations and standards it is accredited for; none when its accreditation is not limited
     * @param to the last day; null while there is none
     */
    public record BodyVersion(
            Map<String, String> names,
            Accreditation accreditation,
            Set<String> scope,
            LocalDate from,
            @Nullable LocalDate to,
            String act,
            String reason) {

        public BodyVersion {
            if (names == null || names.isEmpty() || accreditation == null || from == null) {
                throw RegistryProblem.field(
                        "/names", "Say its names, where its accreditation stands and from which day.");
            }
            if (act == null || act.isBlank() || reason == null || reason.isBlank()) {
                throw RegistryProblem.field("/act", "A change of an accreditation names its act and its reason.");
            }
            if (to != null && to.isBefore(from)) {
                throw RegistryProblem.field("/to", "It cannot end before it begins, on " + from + ".");
            }
            scope = scope == null ? Set.of() : Set.copyOf(scope);
        }

        private Details details() {
            return new Details(names, accreditation, scope);
        }
    }

    /** What one version says; bodies recorded with names alone are accredited without limits. */
    private record Details(Map<String, String> names, Accreditation accreditation, Set<String> scope) {
        private Details {
            accreditation = accreditation == null ? Accreditation.ACTIVE : accreditation;
            scope = scope == null ? Set.of() : scope;
        }
    }
}
