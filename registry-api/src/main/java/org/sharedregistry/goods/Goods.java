package org.sharedregistry.goods;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.identifier.RegistryNumber;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.GoodsFact;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;
import org.sharedregistry.search.IndexChanges;
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

    private static final String ENTRY =
            "select id, number, submitted, regime, state, manufacturer, revision from goods ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;
    private final IndexChanges index;
    private final Clock clock;

    Goods(JdbcClient jdbc, JsonMapper json, RecordLog log, IndexChanges index, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
        this.index = index;
        this.clock = clock;
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
        addVersion(id, sequence, description);
        return byAddress(id.toString()).orElseThrow();
    }

    /** Records a new version of the description. */
    @Transactional
    public GoodsEntry describe(Caller caller, GoodsEntry entry, GoodsDescription description) {
        long sequence = touch(RecordLog.Entry.of(caller.account(), "goods.described", entry.id()), entry.id());
        addVersion(entry.id(), sequence, description);
        return byAddress(entry.id().toString()).orElseThrow();
    }

    /** Gives a draft its number; from now on others can find it. */
    @Transactional
    public GoodsEntry submit(Caller caller, GoodsEntry entry) {
        if (!entry.isDraft()) {
            throw new RegistryProblem(
                    ProblemType.ILLEGAL_STEP, "The entry was submitted before, as " + entry.number() + ".");
        }
        long sequence = touch(RecordLog.Entry.of(caller.account(), "goods.submitted", entry.id()), entry.id());
        long serial =
                jdbc.sql("select nextval('goods_number')").query(Long.class).single();
        String number = RegistryNumber.of(
                        entry.regime(), entry.state(), Year.now(clock).getValue(), (int) serial)
                .toString();
        jdbc.sql("update goods set number = :number, submitted = :sequence where id = :id")
                .param("number", number)
                .param("sequence", sequence)
                .param("id", entry.id())
                .update();
        return byAddress(number).orElseThrow();
    }

    /**
     * Records something about an entry, which makes every ETag given out before stale, and has it indexed again.
     *
     * @return the sequence of the record
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long touch(RecordLog.Entry event, UUID id) {
        long sequence = log.append(event).sequence();
        jdbc.sql("update goods set revision = :revision where id = :id")
                .param("revision", sequence)
                .param("id", id)
                .update();
        index.add(INDEX_KIND, id.toString());
        return sequence;
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

    /** The submitted entries that carry a GTIN, in its form of 14 digits or any shorter one. */
    public List<UUID> byGtin(Collection<String> gtins) {
        return jdbc.sql("""
                        select distinct g.id from goods g join goods_version v on v.goods = g.id
                        where g.number is not null and v.data -> 'gtins' ?? any (:gtins)
                        """)
                .param("gtins", gtins.toArray(String[]::new))
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

    /** The ids of all entries, for filling a search index. */
    public List<UUID> ids() {
        return jdbc.sql("select id from goods")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** All versions of the descriptions of some entries, as recorded up to a place in the order of records. */
    public Map<UUID, Versions<GoodsDescription>> descriptions(Collection<UUID> ids, long known) {
        return jdbc
                .sql("""
                        select goods, sequence, valid_from, valid_to, data from goods_version
                        where goods = any (:ids) and sequence <= :known
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("goods", UUID.class), version(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()), Versions::new)));
    }

    /** A description in the terms of recognition. */
    public static Versions<GoodsFact> facts(GoodsEntry entry, Versions<GoodsDescription> descriptions) {
        return new Versions<>(descriptions.recorded().stream()
                .map(version -> new Version<>(
                        version.valid(),
                        version.sequence(),
                        new GoodsFact(
                                entry.address(),
                                entry.state(),
                                version.fact().hs(),
                                version.fact().okpd2())))
                .toList());
    }

    private void addVersion(UUID id, long sequence, GoodsDescription description) {
        jdbc.sql("""
                        insert into goods_version (goods, sequence, valid_from, data)
                        values (:goods, :sequence, '-infinity', :data::jsonb)
                        """)
                .param("goods", id)
                .param("sequence", sequence)
                .param("data", json.writeValueAsString(description))
                .update();
    }

    private Version<GoodsDescription> version(ResultSet row) throws SQLException {
        return new Version<>(
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getLong("sequence"),
                json.readValue(row.getString("data"), GoodsDescription.class));
    }

    private static GoodsEntry entry(ResultSet row, int rowNumber) throws SQLException {
        return new GoodsEntry(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("submitted", Long.class),
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
