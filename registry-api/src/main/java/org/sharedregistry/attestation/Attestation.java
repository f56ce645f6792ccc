package org.sharedregistry.attestation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.StatusEvent;
import org.sharedregistry.recognition.Versions;
import org.sharedregistry.recognition.Versions.Version;

/**
 * An attestation with everything recorded of it up to some moment.
 *
 * @param body who issued it; null for a declaration that its applicant registered
 * @param manufacturer null when the registry does not hold it
 * @param revision the sequence of the newest record about it
 * @param goods the ids of the entries it covers
 */
public record Attestation(
        UUID id,
        AttestationKind kind,
        String number,
        @Nullable UUID body,
        @Nullable UUID manufacturer,
        long revision,
        Versions<AttestationContent> contents,
        List<StatusEvent> events,
        List<UUID> goods) {

    public Attestation {
        events = List.copyOf(events);
        goods = List.copyOf(goods);
    }

    /** In the terms of recognition. */
    public Versions<AttestationFact> facts() {
        return new Versions<>(contents.recorded().stream()
                .map(version -> new Version<>(version.valid(), version.sequence(), fact(version.fact())))
                .toList());
    }

    /** What was recorded last. */
    public AttestationContent content() {
        return contents.recorded().get(0).fact();
    }

    /** What was recorded last, in the terms of recognition. */
    public AttestationFact fact() {
        return fact(content());
    }

    /** Its state as an ETag. */
    public String etag() {
        return "\"" + revision + "\"";
    }

    private AttestationFact fact(AttestationContent content) {
        Period validity = Optional.ofNullable(content.validTo())
                .map(last -> new Period(content.validFrom(), last.plusDays(1)))
                .orElseGet(() -> Period.since(content.validFrom()));
        return new AttestationFact(id.toString(), kind.name(), number, validity, events);
    }
}
