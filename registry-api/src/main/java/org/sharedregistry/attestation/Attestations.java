package org.sharedregistry.attestation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.sharedregistry.recognition.BodyFact;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.StatusEvent;
import org.sharedregistry.recognition.Versions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The attestations, all their versions, and what was decided on them. */
@Repository
public class Attestations {

    private static final String HEAD = "select id, key, kind, number, body, manufacturer, revision from attestation ";

    private static final int MOST_READ = 50_000;

    private final JdbcClient jdbc;
    private final VersionTable<AttestationContent> contents;
    private final AttestationEvents events;
    private final Bodies bodies;
    private final RecordLog log;
    private final Goods goods;
    private final CardAliases cards;
    private final SimilarNumbers similar;
    private final Cache<Head, Attestation> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();

    Attestations(
            JdbcClient jdbc, JsonMapper json, AttestationEvents events, Bodies bodies, RecordLog log, Goods goods) {
        this.jdbc = jdbc;
        this.contents = new VersionTable<>(jdbc, json, "attestation", AttestationContent.class);
        this.events = events;
        this.bodies = bodies;
        this.log = log;
        this.goods = goods;
        this.cards = new CardAliases(jdbc);
        this.similar = new SimilarNumbers(jdbc);
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
        return all(List.of(id), Long.MAX_VALUE).stream().findFirst();
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
        List<Named> named = jdbc.sql("""
                        select named.key as asked, a.id, a.key, a.kind, a.number, a.body, a.manufacturer, a.revision
                        from (select key, id from attestation where key = any (:keys)
                              union all
                              select key, attestation from attestation_alias
                              where key = any (:keys) and sequence <= :known) named
                        join attestation a on a.id = named.id
                        """)
                .param(
                        "keys",
                        keys.values().stream().flatMap(Set::stream).distinct().toArray(String[]::new))
                .param("known", known)
                .query((row, number) -> new Named(row.getString("asked"), head(row, number)))
                .list();
        Map<UUID, Attestation> found = loaded(
                        named.stream().map(Named::head).distinct().toList(), known)
                .stream()
                .collect(Collectors.toMap(Attestation::id, Function.identity()));
        Map<String, List<Attestation>> byKey = named.stream()
                .filter(each -> found.containsKey(each.head.id))
                .collect(Collectors.groupingBy(
                        Named::asked,
                        Collectors.mapping(
                                each -> Objects.requireNonNull(found.get(each.head.id)), Collectors.toList())));
        Map<String, List<Attestation>> result = new HashMap<>();
        keys.forEach((number, candidates) -> result.put(
                number,
                candidates.stream()
                        .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Attestation::number))
                        .toList()));
        return result;
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

    /** Attestations with what was recorded of them up to a place in the order of records, by number. */
    public List<Attestation> all(Collection<UUID> ids, long known) {
        return loaded(
                jdbc.sql(HEAD + "where id = any (:ids) order by number")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Attestations::head)
                        .list(),
                known);
    }

    /** The attestations that cover some goods entries. */
    public Set<Cover> covering(Collection<UUID> goodsIds, long known) {
        return Set.copyOf(covers("goods", goodsIds.toArray(UUID[]::new), known));
    }

    /** What was read at a revision is what is known at any place from there on, and is not read again. */
    private List<Attestation> loaded(List<Head> heads, long known) {
        UUID[] missing = heads.stream()
                .filter(head -> head.revision > known || read.getIfPresent(head) == null)
                .map(Head::id)
                .toArray(UUID[]::new);
        Recorded recorded = missing.length == 0 ? Recorded.NOTHING : recorded(heads, missing, known);
        return heads.stream()
                .flatMap(head -> attestation(head, known, recorded).stream())
                .toList();
    }

    private Optional<Attestation> attestation(Head head, long known, Recorded recorded) {
        Attestation held = head.revision <= known ? read.getIfPresent(head) : null;
        if (held != null) {
            return Optional.of(held);
        }
        Optional<Attestation> fresh = recorded.of(head);
        // What a transaction sees of its own doing may never come to be, and its place be given to another record.
        if (head.revision <= known && !TransactionSynchronizationManager.isActualTransactionActive()) {
            fresh.ifPresent(attestation -> read.put(head, attestation));
        }
        return fresh;
    }

    private Recorded recorded(List<Head> heads, UUID[] ids, long known) {
        Set<UUID> issuers =
                heads.stream().flatMap(head -> Stream.ofNullable(head.body)).collect(Collectors.toSet());
        Map<UUID, List<UUID>> covered = covers("attestation", ids, known).stream()
                .collect(Collectors.groupingBy(
                        Cover::attestation, Collectors.mapping(Cover::goods, Collectors.toList())));
        return new Recorded(
                contents.of(List.of(ids), known), bodies.facts(issuers, known), events.of(ids, known), covered);
    }

    /** What happens to an attestation changes what can be said of the goods it covers. */
    private void touch(Collection<UUID> ids, long sequence) {
        jdbc.sql("update attestation set revision = :revision where id = any (:ids)")
                .param("revision", sequence)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        Set<UUID> covered = covers("attestation", ids.toArray(UUID[]::new), sequence).stream()
                .map(Cover::goods)
                .collect(Collectors.toSet());
        goods.touchAll(covered, sequence);
    }

    private List<Cover> covers(String column, UUID[] ids, long known) {
        return jdbc.sql("select attestation, goods from attestation_goods where " + column
                        + " = any (:ids) and sequence <= :known")
                .param("ids", ids)
                .param("known", known)
                .query((row, number) ->
                        new Cover(row.getObject("attestation", UUID.class), row.getObject("goods", UUID.class)))
                .list();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getString("key"),
                AttestationKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("body", UUID.class),
                row.getObject("manufacturer", UUID.class),
                row.getLong("revision"));
    }

    /** An attestation, and the key by which it was asked for. */
    private record Named(String asked, Head head) {}

    /** An attestation apart from its versions and events. */
    private record Head(
            UUID id,
            String key,
            AttestationKind kind,
            String number,
            @Nullable UUID body,
            @Nullable UUID manufacturer,
            long revision) {}

    /** What was recorded of some attestations, up to a place in the order of records. */
    private record Recorded(
            Map<UUID, Versions<AttestationContent>> contents,
            Map<UUID, Versions<BodyFact>> issuers,
            Map<UUID, List<StatusEvent>> events,
            Map<UUID, List<UUID>> goods) {

        static final Recorded NOTHING = new Recorded(Map.of(), Map.of(), Map.of(), Map.of());

        /** One of them at its revision: what was recorded after the head was read belongs to the next. */
        Optional<Attestation> of(Head head) {
            return Optional.ofNullable(contents.get(head.id))
                    .map(versions -> new Attestation(
                            head.id,
                            head.key,
                            head.kind,
                            head.number,
                            head.body,
                            head.manufacturer,
                            head.revision,
                            versions.upTo(head.revision),
                            head.body == null ? null : issuers.get(head.body),
                            events.getOrDefault(head.id, List.of()).stream()
                                    .filter(event -> event.sequence() <= head.revision)
                                    .toList(),
                            goods.getOrDefault(head.id, List.of())));
        }
    }

    /** An attestation covers a goods entry. */
    public record Cover(UUID attestation, UUID goods) {}

    /** An attestation to be entered. */
    public record NewAttestation(
            AttestationKind kind,
            String number,
            @Nullable UUID body,
            @Nullable UUID manufacturer,
            AttestationContent content) {}
}
