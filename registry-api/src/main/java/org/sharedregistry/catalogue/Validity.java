package org.sharedregistry.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.recognition.AttestationFact;
import org.sharedregistry.search.Period;

/** The field of the days on which an attestation is in force. */
final class Validity {

    static final String FIELD = "valid";
    static final String IN_FORCE = "yes";

    private Validity() {}

    /** The days on which any of some attestations is in force, as values of the field. */
    static Map<String, List<Period>> of(Collection<Attestation> attestations) {
        return Map.of(
                IN_FORCE,
                attestations.stream()
                        .flatMap(attestation -> AttestationFact.inForce(attestation.facts()).stream())
                        .map(Validity::days)
                        .distinct()
                        .toList());
    }

    /** The same days as the index has them, the last one included. */
    static Period days(org.sharedregistry.recognition.Period period) {
        return new Period(period.from(), period.lastDay().orElse(LocalDate.MAX));
    }
}
