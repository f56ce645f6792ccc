package org.sharedregistry.goods;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        return jdbc.sql("select state, tax_id, " + details.versionsOf("m.id")
                        + " as details from manufacturer m where id = :id")
                .param("id", id)
                .param("known", Long.MAX_VALUE)
                .query((row, number) -> {
                    Details last =
                            details.read(row.getString("details")).orElseThrow().newest();
                    return new Manufacturer(
                            id, row.getString("state"), row.getString("tax_id"), last.names(), last.address());
                })
                .optional();
    }
}
