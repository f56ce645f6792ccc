package org.sharedregistry.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.recognition.StatusEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class AttestationsIT extends RegistryHttpTest {

    private static final Caller BODY = new Caller("kg-cert", Role.BODY, "KG", null);

    @Autowired
    private Attestations attestations;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void neverShowsADecisionThatWasRolledBackEvenWhenItsPlaceIsTakenByAnother() {
        UUID id = UUID.fromString(anyone().get("/api/v1/attestations", "number", "ЕАЭС KG417/099.RU.02.04561")
                .at("/items/0/id"));
        transaction.executeWithoutResult(status -> {
            attestations.add(BODY, id, event(StatusEvent.Type.SUSPEND, "отменённое решение"), "body");
            status.setRollbackOnly();
        });
        attestations.add(BODY, id, event(StatusEvent.Type.EXTEND, "состоявшееся решение"), "body");

        assertThat(attestations.byId(id).orElseThrow().events())
                .extracting(StatusEvent::reason)
                .containsExactly("состоявшееся решение");
    }

    @Test
    void letsNobodyButTheAuthorityLiftWhatItSuspendedEvenUnderASuspensionOfTheBodysOwn() {
        String address = "/api/v1/attestations/"
                + anyone().get("/api/v1/attestations", "number", "ЕАЭС N BY/112 11.01. ТР010 010.02 02251")
                        .at("/items/0/id");
        Map<String, Object> part = Map.of(
                "type", "PARTLY_SUSPEND",
                "effective", "2026-11-01",
                "scope", Map.of("batches", List.of("7")),
                "reason", "A test failed");
        assertThat(decide("authority-BY-1", address, part).status()).isEqualTo(200);
        Map<String, Object> whole = Map.of("type", "SUSPEND", "effective", "2026-11-02", "reason", "Own check");
        assertThat(decide("by-cert-minsk", address, whole).status()).isEqualTo(200);
        Map<String, Object> resumption = Map.of("type", "RESUME", "effective", "2026-11-03", "reason", "Done");
        assertThat(decide("by-cert-minsk", address, resumption).problem()).isEqualTo("forbidden");
        assertThat(decide("authority-BY-1", address, resumption).status()).isEqualTo(200);
    }

    private Client.Answer decide(String account, String address, Map<String, Object> event) {
        return as(account)
                .post(
                        address + "/events",
                        event,
                        Map.of("If-Match", anyone().get(address).header("ETag")));
    }

    private static NewEvent event(StatusEvent.Type type, String reason) {
        LocalDate effective = LocalDate.of(2026, 11, 1);
        return new NewEvent(type, effective, LocalDate.of(2031, 1, 1), null, reason, null);
    }
}
