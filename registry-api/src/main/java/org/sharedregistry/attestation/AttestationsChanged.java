package org.sharedregistry.attestation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Something was recorded that bears on some attestations; published within its transaction. */
public record AttestationsChanged(List<UUID> attestations) {

    AttestationsChanged(Collection<UUID> attestations) {
        this(List.copyOf(attestations));
    }
}
