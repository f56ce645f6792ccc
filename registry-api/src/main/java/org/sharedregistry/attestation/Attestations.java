package org.sharedregistry.attestation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Bodies.BodyVersion;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The attestations, all their versions, and what was decided on them. */
@Repository
public class Attestations {

    private final JdbcClient jdbc;
    private final VersionTable<AttestationContent> contents;
    private final AttestationEvents events;
    private final Bodies bodies;
    private final RecordLog log;
    private final Goods goods;
    private final CardAliases cards;
    private final SimilarNumbers similar;
    private final ApplicationEventPublisher publisher;

    Attestations(
            JdbcClient jdbc,
            JsonMapper json,
            AttestationEvents events,
            Bodies bodies,
            RecordLog log,
            Goods goods,
            ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.contents = new VersionTable<>(jdbc, json, "attestation", AttestationContent.class);
        this.events = events;
        this.bodies = bodies;
        this.log = log;
        this.goods = goods;
        this.cards = new CardAliases(jdbc);
        this.similar = new SimilarNumbers(jdbc);
        this.publisher = publisher;
    }

    /**
     * Enters an attestation.
     *
     * @param covered the goods entries it covers
     * @throws RegistryProblem CONFLICT when there is one with this number, however spelled; INVALID_FIELD when a card is
     *     none
     */
    @Transactional
    public Attestation enter(Caller caller, NewAttestation attestation, Collection<UUID> covered) {
        String key = NumberKey.of(attestation.kind(), attestation.number());
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "attestation.entered", id))
                .sequence();
        try {
            jdbc.sql("""
                            insert into attestation (id, key, number, kind, body, manufacturer, revision)
                            values (:id, :key, :number, :kind, :body, :manufacturer, :revision)
                            """)
                    .param("id", id)
                    .param("key", key)
                    .param("number", attestation.number())
                    .param("kind", attestation.kind().name())
                    .param("body", attestation.body())
                    .param("manufacturer", attestation.manufacturer())
                    .param("revision", sequence)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RegistryProblem(
                            ProblemType.CONFLICT, "An attestation with this number is held already; look it up by it.")
                    .with("pointer", "/number");
        }
        contents.add(id, sequence, Period.ALWAYS, attestation.content());
        jdbc.sql("""
                        insert into attestation_goods (attestation, goods, sequence)
                        select :attestation, goods, :sequence from unnest(:goods) as goods
                        """)
                .param("attestation", id)
                .param("goods", covered.toArray(UUID[]::new))
                .param("sequence", sequence)
                .update();
        cards.add(id, attestation.content().cards(), sequence);
        goods.touchAll(covered, sequence);
        return byId(id).orElseThrow();
    }

    /** Records a decision on an attestation. Whether it may be taken now is for the caller of this to know. */
    @Transactional
    public Attestation add(Caller caller, UUID id, NewEvent event, String authority) {
        long sequence = log.append(new RecordLog.Entry(
                        caller.account(),
                        "attestation." + event.type().name().toLowerCase(Locale.ROOT),
                        id.toString(),
                        event.reason(),
                        event.act()))
                .sequence();
        events.add(id, sequence, event, authority);
        touch(List.of(id), sequence);
        return byId(id).orElseThrow();
    }

    /** Records what is known of a body, which bears on everything it has issued. */
    @Transactional
    public void describe(Caller caller, UUID body, BodyVersion version) {
        long sequence = bodies.describe(caller, body, version);
        touch(
                jdbc.sql("select id from attestation where body = :body")
                        .param("body", body)
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                sequence);
    }

    /** The attestation, its row locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Attestation> lock(UUID id) {
        jdbc.sql("select id from attestation where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return byId(id);
    }

    public Optional<Attestation> byId(UUID id) {
        return Optional.ofNullable(all(List.of(id)).get(id));
    }

    /** Attestations by id. */
    public Map<UUID, Attestation> all(Collection<UUID> ids) {
        return read("(select id::text as link, id from unnest(:asked) as id)", ids.toArray(UUID[]::new), Long.MAX_VALUE)
                .values()
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Attestation::id, Function.identity()));
    }

    /**
     * The attestations that are a caller's to look after, the newest first: a body's own, an applicant's own, and for an
     * authority or officer those of bodies and applicants of its state.
     *
     * @param before the one that the list goes on after; null from the newest
     */
    public List<Attestation> of(Caller caller, @Nullable UUID before, int size) {
        List<UUID> ids = jdbc.sql("""
                        select a.id from attestation a
                        left join body b on b.id = a.body left join manufacturer m on m.id = a.manufacturer
                        where (a.body = :organisation or a.manufacturer = :organisation
                               or coalesce(b.state, m.state) = :state)
                          and (cast(:before as uuid) is null or a.id < :before)
                        order by a.id desc limit :size
                        """)
                .param("organisation", caller.organisation())
                .param("state", caller.isOfficial() ? caller.requiredState() : null)
                .param("before", before)
                .param("size", size)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        Map<UUID, Attestation> found = all(ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** The attestations whose number, or card in a state's register, can be what was typed, by number. */
    public List<Attestation> named(String number, long known) {
        return named(Map.of(number, Identifiers.read(number)), known).getOrDefault(number, List.of());
    }

    /**
     * For each number that was typed, the attestations whose number or card in a state's register it can be by any of its
     * readings, by number.
     *
     * @param readings of each number
     */
    public Map<String, List<Attestation>> named(Map<String, List<Reading>> readings, long known) {
        Map<String, Set<String>> keys = new HashMap<>();
        readings.forEach((number, read) -> keys.put(number, NumberKey.candidates(number, read)));
        String[] asked = keys.values().stream().flatMap(Set::stream).distinct().toArray(String[]::new);
        Map<String, List<Attestation>> byKey = read("""
                        (select key as link, id from attestation where key = any (:asked)
                         union all
                         select key, attestation from attestation_alias
                         where key = any (:asked) and sequence <= :known)
                        """, asked, known);
        Map<String, List<Attestation>> named = new HashMap<>();
        keys.forEach((number, candidates) -> named.put(
                number,
                candidates.stream()
                        .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Attestation::number))
                        .toList()));
        return named;
    }

    /**
     * What may have been meant by a number that {@link #named} did not find. None of them answers the question: who asked
     * has to choose.
     *
     * @return at most five numbers as printed, the likest first
     */
    public List<String> similar(String number, List<Reading> readings, long known) {
        return similar.to(number, readings, known);
    }

    /**
     * The attestations that a paper may be about whose number could be read in part only.
     *
     * @param keys of numbers and cards as read
     * @param numbers as read, or their ends
     * @param from first days of validity, as ISO 8601, and {@code to} last ones: both together make one likely
     * @param codes of the TN VED; among those of one validity they make one likelier
     * @return at most so many ids, the likeliest first
     */
    public List<UUID> like(
            List<String> keys, List<String> numbers, List<String> from, List<String> to, List<String> codes, int most) {
        return similar.like(keys, numbers, from, to, codes, most);
    }

    /** The attestations that cover each of some goods entries, as recorded up to a place in the order of records. */
    public Map<UUID, List<Attestation>> covering(Collection<UUID> entries, long known) {
        Map<UUID, List<Attestation>> covering = new HashMap<>();
        read("""
                        (select goods::text as link, attestation as id from attestation_goods
                         where goods = any (:asked) and sequence <= :known)
                        """, entries.toArray(UUID[]::new), known)
                .forEach((entry, attestations) -> covering.put(UUID.fromString(entry), attestations));
        return covering;
    }

    /**
     * Reads attestations in one query, each with its versions and events, its issuer's, and what it covers.
     *
     * @param found SQL that gives their ids, and what links each to what was asked for
     * @return the attestations by link
     */
    private Map<String, List<Attestation>> read(String found, Object asked, long known) {
        String sql = """
                select found.link, a.id, a.key, a.kind, a.number, a.body, a.manufacturer, a.revision, b.accreditation,
                       %s as contents, %s as issuer, %s as events,
                       array(select goods from attestation_goods g
                             where g.attestation = a.id and g.sequence <= :known) as goods
                from %s found join attestation a on a.id = found.id left join body b on b.id = a.body
                """.formatted(
                contents.versionsOf("a.id"), bodies.versionsOf("b.id"), AttestationEvents.eventsOf("a.id"), found);
        return jdbc
                .sql(sql)
                .param("asked", asked)
                .param("known", known)
                .query((row, number) -> new Linked(row.getString("link"), attestation(row)))
                .list()
                .stream()
                .filter(each -> each.attestation.isPresent())
                .collect(Collectors.groupingBy(
                        Linked::link, Collectors.mapping(each -> each.attestation.orElseThrow(), Collectors.toList())));
    }

    /** Empty when nothing had been recorded of it yet. */
    private Optional<Attestation> attestation(ResultSet row) throws SQLException {
        Optional<Versions<AttestationContent>> versions = contents.read(row.getString("contents"));
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        String accreditation = row.getString("accreditation");
        return Optional.of(new Attestation(
                row.getObject("id", UUID.class),
                row.getString("key"),
                AttestationKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("body", UUID.class),
                row.getObject("manufacturer", UUID.class),
                row.getLong("revision"),
                versions.get(),
                accreditation == null
                        ? null
                        : bodies.facts(accreditation, row.getString("issuer")).orElse(null),
                events.read(row.getString("events")),
                List.of((UUID[]) row.getArray("goods").getArray())));
    }

    /** What happens to an attestation changes what can be said of the goods it covers. */
    private void touch(Collection<UUID> ids, long sequence) {
        jdbc.sql("update attestation set revision = :revision where id = any (:ids)")
                .param("revision", sequence)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        goods.touchAll(
                jdbc.sql("select distinct goods from attestation_goods where attestation = any (:ids)")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list(),
                sequence);
        publisher.publishEvent(new AttestationsChanged(ids));
    }

    private record Linked(String link, Optional<Attestation> attestation) {}

    /** An attestation to be entered. */
    public record NewAttestation(
            AttestationKind kind,
            String number,
            @Nullable UUID body,
            @Nullable UUID manufacturer,
            AttestationContent content) {}
}
