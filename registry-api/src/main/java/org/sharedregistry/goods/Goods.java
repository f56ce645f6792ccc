package org.sharedregistry.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.identifier.RegistryNumber;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.regime.RegimeRecorded;
import org.sharedregistry.search.IndexChanges;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The goods entries and all their versions. */
@Repository
public class Goods {

    /** The kind under which entries stand in the search index and its list of changes. */
    public static final String INDEX_KIND = "goods";

    private static final int IDS_AT_ONCE = 1_000;

    private static final String ENTRY =
            "select id, number, submitted, submitted_on, regime, state, manufacturer, revision from goods ";

    private final JdbcClient jdbc;
    private final VersionTable<GoodsDescription> descriptions;
    private final VersionTable<Manufacturer.Details> manufacturers;
    private final SiteVersions sites;
    private final RecordLog log;
    private final IndexChanges index;
    private final ApplicationEventPublisher events;

    Goods(JdbcClient jdbc, JsonMapper json, RecordLog log, IndexChanges index, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.descriptions = new VersionTable<>(jdbc, json, "goods", GoodsDescription.class);
        this.manufacturers = new VersionTable<>(jdbc, json, "manufacturer", Manufacturer.Details.class);
        this.sites = new SiteVersions(jdbc, json);
        this.log = log;
        this.index = index;
        this.events = events;
    }

    /** Enters new goods as a draft. Their description is valid on all days until another version says otherwise. */
    @Transactional
    public GoodsEntry enter(Caller caller, String regime, Manufacturer manufacturer, GoodsDescription description) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "goods.entered", id))
                .sequence();
        jdbc.sql("""
                        insert into goods (id, regime, state, manufacturer, revision)
                        values (:id, :regime, :state, :manufacturer, :revision)
                        """)
                .param("id", id)
                .param("regime", regime)
                .param("state", manufacturer.state())
                .param("manufacturer", manufacturer.id())
                .param("revision", sequence)
                .update();
        descriptions.add(id, sequence, Period.ALWAYS, description);
        return byAddress(id.toString()).orElseThrow();
    }

    /** Records a new version of the description, unless a listener to {@link GoodsChanging} refuses it. */
    @Transactional
    public GoodsEntry describe(Caller caller, GoodsEntry entry, GoodsDescription description) {
        events.publishEvent(new GoodsChanging(entry));
        long sequence = touch(RecordLog.Entry.of(caller.account(), "goods.described", entry.id()), entry.id());
        descriptions.add(entry.id(), sequence, Period.ALWAYS, description);
        return byAddress(entry.id().toString()).orElseThrow();
    }

    /**
     * Gives a draft its number; from now on others can find it, and the authorities' time runs.
     *
     * @param today in the regime's time zone
     */
    @Transactional
    public GoodsEntry submit(Caller caller, GoodsEntry entry, LocalDate today) {
        if (!entry.isDraft()) {
            throw new RegistryProblem(
                    ProblemType.ILLEGAL_STEP, "The entry was submitted before, as " + entry.number() + ".");
        }
        long sequence = touch(RecordLog.Entry.of(caller.account(), "goods.submitted", entry.id()), entry.id());
        long serial =
                jdbc.sql("select nextval('goods_number')").query(Long.class).single();
        String number = RegistryNumber.of(entry.regime(), entry.state(), today.getYear(), (int) serial)
                .toString();
        jdbc.sql("update goods set number = :number, submitted = :sequence, submitted_on = :today where id = :id")
                .param("number", number)
                .param("today", today)
                .param("sequence", sequence)
                .param("id", entry.id())
                .update();
        GoodsEntry submitted = byAddress(number).orElseThrow();
        events.publishEvent(new GoodsSubmitted(submitted));
        return submitted;
    }

    /**
     * Records something about an entry, which makes every ETag given out before stale, and has it indexed again.
     *
     * @return the sequence of the record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long touch(RecordLog.Entry event, UUID id) {
        long sequence = log.append(event).sequence();
        touchAll(List.of(id), sequence);
        return sequence;
    }

    /**
     * Notes that something these entries rest on was recorded: it makes their ETags stale, and has them indexed again.
     *
     * @param sequence of the record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void touchAll(Collection<UUID> ids, long sequence) {
        jdbc.sql("update goods set revision = :revision where id = any (:ids)")
                .param("revision", sequence)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        index.addAll(INDEX_KIND, ids.stream().map(UUID::toString).toList());
    }

    @EventListener
    void onRegime(RegimeRecorded regime) {
        index.addAll(
                INDEX_KIND,
                jdbc.sql("select id from goods where regime = :regime")
                        .param("regime", regime.regime())
                        .query((row, number) -> row.getString(1))
                        .list());
    }

    /** The entry with this number or, for a draft, this id; its row stays locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<GoodsEntry> lock(String address) {
        return byAddress(address)
                .flatMap(entry -> jdbc.sql(ENTRY + "where id = :id for update")
                        .param("id", entry.id())
                        .query(Goods::entry)
                        .optional());
    }

    /** The entry with this number or this id. */
    public Optional<GoodsEntry> byAddress(String address) {
        return jdbc.sql(ENTRY + "where number = :number or id = :id")
                .param("number", address)
                .param("id", uuid(address))
                .query(Goods::entry)
                .optional();
    }

    /** Entries by their numbers. */
    public Map<String, UUID> byNumbers(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select number, id from goods where number = any (:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString("number"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Submitted entries by the GTINs they carry, as written: in the form of 14 digits or any shorter one. */
    public Map<String, Set<UUID>> byGtins(Collection<String> gtins) {
        if (gtins.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select g.id, gtin from goods g join goods_version v on v.goods = g.id,
                               jsonb_array_elements_text(v.data -> 'gtins') as gtin
                        where g.number is not null and v.data -> 'gtins' ?? any (:gtins) and gtin = any (:gtins)
                        """)
                .param("gtins", gtins.toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString("gtin"), row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /** The entries of a manufacturer. */
    public List<UUID> madeBy(UUID manufacturer) {
        return jdbc.sql("select id from goods where manufacturer = :manufacturer")
                .param("manufacturer", manufacturer)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Entries by id, in the order of their numbers. */
    public List<GoodsEntry> all(Collection<UUID> ids) {
        return jdbc.sql(ENTRY + "where id = any (:ids) order by number, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Goods::entry)
                .list();
    }

    /** The ids of the next entries behind one, in the order of ids, for filling a search index. */
    public List<UUID> ids(UUID last, int size) {
        return jdbc.sql("select id from goods where id > :last order by id limit :size")
                .param("last", last)
                .param("size", size)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many entries there are, drafts included. */
    public long count() {
        return jdbc.sql("select count(*) from goods").query(Long.class).single();
    }

    /** Gives the ids of all entries that have been submitted; in a transaction they need not fit into memory. */
    public void eachSubmitted(Consumer<UUID> ids) {
        jdbc.sql("select id from goods where number is not null")
                .withFetchSize(IDS_AT_ONCE)
                .query(row -> {
                    ids.accept(row.getObject(1, UUID.class));
                });
    }

    /**
     * Entries by id, with what was recorded up to a place in the order of records, in the order of their numbers. One that
     * had not been recorded by then is left out.
     */
    public List<RecordedGoods> recorded(Collection<UUID> ids, long known) {
        String sql = """
                select g.id, g.number, g.submitted, g.submitted_on, g.regime, g.state, g.manufacturer, g.revision,
                       %s as descriptions, m.state as maker_state, m.tax_id, %s as maker, %s as sites
                from goods g join manufacturer m on m.id = g.manufacturer
                where g.id = any (:ids) order by g.number, g.id
                """.formatted(
                descriptions.versionsOf("g.id"), manufacturers.versionsOf("m.id"), sites.ofManufacturer("m.id"));
        return jdbc
                .sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> recorded(row, entry(row, number)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RecordedGoods> recorded(ResultSet row, GoodsEntry entry) throws SQLException {
        Optional<Versions<GoodsDescription>> described = descriptions.read(row.getString("descriptions"));
        if (described.isEmpty()) {
            return Optional.empty();
        }
        Manufacturer.Details maker =
                manufacturers.read(row.getString("maker")).orElseThrow().newest();
        return Optional.of(new RecordedGoods(
                entry,
                described.get(),
                new Manufacturer(
                        entry.manufacturer(),
                        row.getString("maker_state"),
                        row.getString("tax_id"),
                        maker.names(),
                        maker.address()),
                sites.read(entry.manufacturer(), row.getString("sites"))));
    }

    private static GoodsEntry entry(ResultSet row, int rowNumber) throws SQLException {
        return new GoodsEntry(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("submitted", Long.class),
                row.getObject("submitted_on", LocalDate.class),
                row.getString("regime"),
                row.getString("state"),
                row.getObject("manufacturer", UUID.class),
                row.getLong("revision"));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            // Not an id, so it can only be a number; the nil id belongs to nothing.
            return new UUID(0, 0);
        }
    }
}
