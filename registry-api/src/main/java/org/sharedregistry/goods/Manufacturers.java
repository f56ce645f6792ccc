package org.sharedregistry.goods;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Manufacturer.Details;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.recognition.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The manufacturers, with all versions of what is known of them. */
@Repository
public class Manufacturers {

    private static final String HAS_SUBMITTED =
            "exists (select from goods g where g.manufacturer = m.id and g.number is not null)";

    private static final int IDS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final VersionTable<Details> details;
    private final RecordLog log;

    Manufacturers(JdbcClient jdbc, JsonMapper json, RecordLog log) {
        this.jdbc = jdbc;
        this.details = new VersionTable<>(jdbc, json, "manufacturer", Details.class);
        this.log = log;
    }

    /** Enters a manufacturer. */
    @Transactional
    public UUID enter(Caller caller, String state, String taxId, Map<String, String> names, String address) {
        UUID id = jdbc.sql("select uuidv7()").query(UUID.class).single();
        long sequence = log.append(RecordLog.Entry.of(caller.account(), "manufacturer.entered", id))
                .sequence();
        jdbc.sql("insert into manufacturer (id, state, tax_id) values (:id, :state, :taxId)")
                .param("id", id)
                .param("state", state)
                .param("taxId", taxId)
                .update();
        details.add(id, sequence, Period.ALWAYS, new Details(names, address));
        return id;
    }

    /** A manufacturer as it is known now. */
    public Optional<Manufacturer> byId(UUID id) {
        return Optional.ofNullable(all(List.of(id)).get(id));
    }

    /** Manufacturers by id, as they are known now. */
    public Map<UUID, Manufacturer> all(Collection<UUID> ids) {
        return jdbc
                .sql("select id, state, tax_id, " + details.versionsOf("m.id")
                        + " as details from manufacturer m where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .param("known", Long.MAX_VALUE)
                .query((row, number) -> {
                    Details last =
                            details.read(row.getString("details")).orElseThrow().newest();
                    return new Manufacturer(
                            row.getObject("id", UUID.class),
                            row.getString("state"),
                            row.getString("tax_id"),
                            last.names(),
                            last.address());
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Manufacturer::id, Function.identity()));
    }

    /** The one manufacturer with a tax number; nothing where two states have given the same. */
    public Optional<UUID> byTaxId(String taxId) {
        Set<UUID> found = withTaxIds(Set.of(taxId));
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** The ids of the manufacturers with some tax numbers. */
    public Set<UUID> withTaxIds(Collection<String> taxIds) {
        return Set.copyOf(jdbc.sql("select id from manufacturer where tax_id = any (:taxIds)")
                .param("taxIds", taxIds.toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** The ids of the next manufacturers behind one that have submitted goods, in the order of ids. */
    public List<UUID> ids(UUID last, int size) {
        return jdbc.sql("select id from manufacturer m where id > :last and " + HAS_SUBMITTED
                        + " order by id limit :size")
                .param("last", last)
                .param("size", size)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many have submitted goods. */
    public long count() {
        return jdbc.sql("select count(*) from manufacturer m where " + HAS_SUBMITTED)
                .query(Long.class)
                .single();
    }

    /** Gives the ids of all that have submitted goods; in a transaction they need not fit into memory. */
    public void each(Consumer<UUID> ids) {
        jdbc.sql("select id from manufacturer m where " + HAS_SUBMITTED)
                .withFetchSize(IDS_AT_ONCE)
                .query(row -> {
                    ids.accept(row.getObject(1, UUID.class));
                });
    }
}
