package org.sharedregistry.attestation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.StatusEvent;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;
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

    private static final String HEAD = "select id, kind, number, body, manufacturer, revision from attestation ";

    private static final int MOST_READ = 50_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;
    private final Goods goods;
    private final CardAliases cards;
    private final SimilarNumbers similar;
    private final Cache<Head, Attestation> read =
            Caffeine.newBuilder().maximumSize(MOST_READ).build();

    Attestations(JdbcClient jdbc, JsonMapper json, RecordLog log, Goods goods) {
        this.jdbc = jdbc;
        this.json = json;
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
        jdbc.sql("""
                        insert into attestation_version (attestation, sequence, valid_from, data)
                        values (:id, :sequence, '-infinity', :data::jsonb)
                        """)
                .param("id", id)
                .param("sequence", sequence)
                .param("data", json.writeValueAsString(attestation.content()))
                .update();
        for (UUID entry : covered) {
            jdbc.sql("""
                            insert into attestation_goods (attestation, goods, sequence)
                            values (:attestation, :goods, :sequence)
                            """)
                    .param("attestation", id)
                    .param("goods", entry)
                    .param("sequence", sequence)
                    .update();
        }
        cards.add(id, attestation.content().cards(), sequence);
        touchGoods(caller, id);
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
        jdbc.sql("update attestation set revision = :revision where id = :id")
                .param("revision", sequence)
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into attestation_event
                            (attestation, sequence, type, effective, until, models, reason, act, authority)
                        values (:id, :sequence, :type, :effective, :until, :models, :reason, :act, :authority)
                        """)
                .param("id", id)
                .param("sequence", sequence)
                .param("type", event.type().name())
                .param("effective", event.effective())
                .param("until", event.until())
                .param("models", event.models().toArray(String[]::new))
                .param("reason", event.reason())
                .param("act", event.act())
                .param("authority", authority)
                .update();
        touchGoods(caller, id);
        return byId(id).orElseThrow();
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
    public List<Attestation> named(String number, List<Reading> readings, long known) {
        return loaded(
                jdbc.sql(HEAD + """
                                where id = any (array(
                                    select id from attestation where key = any (:keys)
                                    union all
                                    select attestation from attestation_alias
                                    where key = any (:keys) and sequence <= :known))
                                order by number
                                """)
                        .param("keys", NumberKey.candidates(number, readings).toArray(String[]::new))
                        .param("known", known)
                        .query(Attestations::head)
                        .list(),
                known);
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
        Recorded recorded = missing.length == 0 ? Recorded.NOTHING : recorded(missing, known);
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

    private Recorded recorded(UUID[] ids, long known) {
        Map<UUID, List<UUID>> covered = covers("attestation", ids, known).stream()
                .collect(Collectors.groupingBy(
                        Cover::attestation, Collectors.mapping(Cover::goods, Collectors.toList())));
        return new Recorded(contents(ids, known), events(ids, known), covered);
    }

    /** What happened to an attestation changes what can be said of the goods it covers. */
    private void touchGoods(Caller caller, UUID id) {
        for (UUID entry : byId(id).orElseThrow().goods()) {
            goods.touch(RecordLog.Entry.of(caller.account(), "goods.evidence-changed", entry), entry);
        }
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

    private Map<UUID, Versions<AttestationContent>> contents(UUID[] ids, long known) {
        return jdbc
                .sql("""
                        select attestation, sequence, valid_from, valid_to, data from attestation_version
                        where attestation = any (:ids) and sequence <= :known
                        """)
                .param("ids", ids)
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("attestation", UUID.class), version(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()), Versions::new)));
    }

    private Map<UUID, List<StatusEvent>> events(UUID[] ids, long known) {
        return jdbc
                .sql("select * from attestation_event where attestation = any (:ids) and sequence <= :known")
                .param("ids", ids)
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("attestation", UUID.class), event(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Version<AttestationContent> version(ResultSet row) throws SQLException {
        return new Version<>(
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getLong("sequence"),
                json.readValue(row.getString("data"), AttestationContent.class));
    }

    private static StatusEvent event(ResultSet row) throws SQLException {
        Array models = row.getArray("models");
        return new StatusEvent(
                StatusEvent.Type.valueOf(row.getString("type")),
                row.getObject("effective", LocalDate.class),
                row.getObject("until", LocalDate.class),
                Set.copyOf(Arrays.asList((String[]) models.getArray())),
                row.getString("reason"),
                row.getString("authority"),
                row.getLong("sequence"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                AttestationKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("body", UUID.class),
                row.getObject("manufacturer", UUID.class),
                row.getLong("revision"));
    }

    /** An attestation apart from its versions and events. */
    private record Head(
            UUID id,
            AttestationKind kind,
            String number,
            @Nullable UUID body,
            @Nullable UUID manufacturer,
            long revision) {}

    /** What was recorded of some attestations, up to a place in the order of records. */
    private record Recorded(
            Map<UUID, Versions<AttestationContent>> contents,
            Map<UUID, List<StatusEvent>> events,
            Map<UUID, List<UUID>> goods) {

        static final Recorded NOTHING = new Recorded(Map.of(), Map.of(), Map.of());

        /** One of them at its revision: what was recorded after the head was read belongs to the next. */
        Optional<Attestation> of(Head head) {
            return Optional.ofNullable(contents.get(head.id))
                    .map(versions -> new Attestation(
                            head.id,
                            head.kind,
                            head.number,
                            head.body,
                            head.manufacturer,
                            head.revision,
                            versions.upTo(head.revision),
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

    /**
     * A decision to be recorded.
     *
     * @param until the new last day for an extension, the last day of a suspension; else null
     * @param models for a partial suspension, what it is about
     */
    public record NewEvent(
            StatusEvent.Type type,
            LocalDate effective,
            @Nullable LocalDate until,
            Set<String> models,
            String reason,
            @Nullable String act) {

        public NewEvent {
            if (type == null || effective == null || reason == null || reason.isBlank()) {
                throw RegistryProblem.field("/reason", "A decision has a type, an effective day and a reason.");
            }
            models = models == null ? Set.of() : Set.copyOf(models);
            if (type == StatusEvent.Type.EXTEND && until == null) {
                throw RegistryProblem.field("/until", "An extension names the new last day.");
            }
            if (type == StatusEvent.Type.PARTLY_SUSPEND && models.isEmpty()) {
                throw RegistryProblem.field("/models", "A partial suspension names the models it is about.");
            }
            if (until != null && until.isBefore(effective)) {
                throw RegistryProblem.field("/until", "It cannot end before it begins, on " + effective + ".");
            }
        }
    }
}
