package org.sharedregistry.goods;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.log.VersionTable;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The manufacturers, with all versions of what is known of them. */
@Repository
public class Manufacturers {

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
        return Optional.ofNullable(byIds(List.of(id), Long.MAX_VALUE).get(id));
    }

    /** What had been recorded last of each, up to a place in the order of records. */
    public Map<UUID, Manufacturer> byIds(Collection<UUID> ids, long known) {
        Map<UUID, Versions<Details>> recorded = details.of(ids, known);
        Map<UUID, Manufacturer> manufacturers = new HashMap<>();
        jdbc.sql("select id, state, tax_id from manufacturer where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Versions<Details> versions = recorded.get(id);
                    if (versions != null) {
                        Details last = versions.newest();
                        manufacturers.put(
                                id,
                                new Manufacturer(
                                        id, row.getString("state"), row.getString("tax_id"), last.names, last.address));
                    }
                });
        return manufacturers;
    }

    private record Details(Map<String, String> names, String address) {}
}
