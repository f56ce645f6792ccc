package org.sharedregistry.attestation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.recognition.StatusEvent;

/**
 * An attestation as callers see it.
 *
 * @param status on the day of the question
 * @param statusSince the first day of that status
 * @param validTo the last day of validity, extensions included; null when it has none
 */
public record AttestationView(
        UUID id,
        AttestationKind kind,
        String number,
        AttestationStatus status,
        LocalDate statusSince,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID body,
        @Nullable UUID manufacturer,
        AttestationContent content,
        List<StatusEvent> events) {

    /** The attestation as it stands on a day. */
    public static AttestationView of(Attestation attestation, LocalDate day) {
        AttestationFact fact = attestation.fact();
        AttestationFact.Standing standing = fact.on(day);
        return new AttestationView(
                attestation.id(),
                attestation.kind(),
                attestation.number(),
                standing.status(),
                standing.since(),
                fact.validity().from(),
                fact.lastDay(day).orElse(null),
                attestation.body(),
                attestation.manufacturer(),
                attestation.content(),
                fact.events());
    }
}
