package org.sharedregistry.attestation;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.log.RecordLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The conformity assessment bodies. */
@Repository
public class Bodies {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RecordLog log;

    Bodies(JdbcClient jdbc, JsonMapper json, RecordLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.log = log;
    }

    /** Enters a body. */
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
        jdbc.sql("""
                        insert into body_version (body, sequence, valid_from, data)
                        values (:id, :sequence, '-infinity', :data::jsonb)
                        """)
                .param("id", id)
                .param("sequence", sequence)
                .param("data", json.writeValueAsString(new Details(names)))
                .update();
        return id;
    }

    public Optional<Body> byId(UUID id) {
        return jdbc.sql("""
                        select b.state, b.accreditation, v.data from body b join body_version v on v.body = b.id
                        where b.id = :id order by v.sequence desc limit 1
                        """)
                .param("id", id)
                .query((row, number) -> new Body(
                        id,
                        row.getString("state"),
                        row.getString("accreditation"),
                        json.readValue(row.getString("data"), Details.class).names))
                .optional();
    }

    /** A body as it is known now. */
    public record Body(UUID id, String state, String accreditation, Map<String, String> names) {}

    private record Details(Map<String, String> names) {}
}
