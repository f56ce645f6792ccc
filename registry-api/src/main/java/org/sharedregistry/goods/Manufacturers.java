package org.sharedregistry.goods;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.log.RecordLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The manufacturers, with all versions of what is known of them. */
@Repository
public class Manufacturers {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;

    Manufacturers(JdbcClient jdbc, JsonMapper json, RecordLog log) {
        this.jdbc = jdbc;
        this.json = json;
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
        jdbc.sql("""
                        insert into manufacturer_version (manufacturer, sequence, valid_from, data)
                        values (:id, :sequence, '-infinity', :data::jsonb)
                        """)
                .param("id", id)
                .param("sequence", sequence)
                .param("data", json.writeValueAsString(new Details(names, address)))
                .update();
        return id;
    }

    public Optional<Manufacturer> byId(UUID id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** What was recorded last of each. */
    public Map<UUID, Manufacturer> byIds(Collection<UUID> ids) {
        return jdbc
                .sql("""
                        select distinct on (m.id) m.id, m.state, m.tax_id, v.data
                        from manufacturer m join manufacturer_version v on v.manufacturer = m.id
                        where m.id = any (:ids)
                        order by m.id, v.sequence desc
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> {
                    Details details = json.readValue(row.getString("data"), Details.class);
                    return new Manufacturer(
                            row.getObject("id", UUID.class),
                            row.getString("state"),
                            row.getString("tax_id"),
                            details.names,
                            details.address);
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Manufacturer::id, Function.identity()));
    }

    private record Details(Map<String, String> names, String address) {}
}
