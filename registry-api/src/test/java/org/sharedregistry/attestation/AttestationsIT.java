package org.sharedregistry.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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

    private static NewEvent event(StatusEvent.Type type, String reason) {
        LocalDate effective = LocalDate.of(2026, 11, 1);
        return new NewEvent(type, effective, LocalDate.of(2031, 1, 1), null, reason, null);
    }
}
