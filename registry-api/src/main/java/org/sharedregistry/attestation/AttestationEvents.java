package org.sharedregistry.attestation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sharedregistry.recognition.Scope;
import org.sharedregistry.recognition.StatusEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was decided on attestations. Rows are added and never changed. */
@Repository
class AttestationEvents {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AttestationEvents(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param authority who decided, in words */
    void add(UUID attestation, long sequence, NewEvent event, String authority) {
        jdbc.sql("""
                        insert into attestation_event
                            (attestation, sequence, type, effective, until, scope, reason, act, authority)
                        values (:id, :sequence, :type, :effective, :until, :scope::jsonb, :reason, :act, :authority)
                        """)
                .param("id", attestation)
                .param("sequence", sequence)
                .param("type", event.type().name())
                .param("effective", event.effective())
                .param("until", event.until())
                .param(
                        "scope",
                        json.writeValueAsString(
                                Optional.ofNullable(event.scope()).orElse(Scope.NOTHING)))
                .param("reason", event.reason())
                .param("act", event.act())
                .param("authority", authority)
                .update();
    }

    /** The events of some attestations as recorded up to a place in the order of records. */
    Map<UUID, List<StatusEvent>> of(UUID[] attestations, long known) {
        return jdbc
                .sql("select * from attestation_event where attestation = any (:ids) and sequence <= :known")
                .param("ids", attestations)
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("attestation", UUID.class), event(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private StatusEvent event(ResultSet row) throws SQLException {
        return new StatusEvent(
                StatusEvent.Type.valueOf(row.getString("type")),
                row.getObject("effective", LocalDate.class),
                row.getObject("until", LocalDate.class),
                json.readValue(row.getString("scope"), Scope.class),
                row.getString("reason"),
                row.getString("act"),
                row.getString("authority"),
                row.getLong("sequence"));
    }
}
