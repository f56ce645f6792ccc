package org.sharedregistry.attestation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** An SQL expression for the events of an attestation, in a query with a parameter {@code known}. */
    static String eventsOf(String id) {
        return """
                (select json_agg(json_build_object(
                     'type', e.type, 'effective', e.effective, 'until', e.until, 'scope', e.scope,
                     'reason', e.reason, 'act', e.act, 'authority', e.authority, 'sequence', e.sequence))
                 from attestation_event e where e.attestation = %s and e.sequence <= :known)""".formatted(id);
    }

    /** @param events as the SQL expression gives them; null when there are none */
    List<StatusEvent> read(@Nullable String events) {
        return events == null ? List.of() : List.of(json.readValue(events, StatusEvent[].class));
    }
}
