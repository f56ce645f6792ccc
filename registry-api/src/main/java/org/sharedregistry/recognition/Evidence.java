package org.sharedregistry.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An attestation that was looked at, and where it stood on the day.
 *
 * @param validTo last day of validity; null when it has none
 */
public record Evidence(
        String attestation,
        String kind,
        String number,
        AttestationStatus status,
        @Nullable LocalDate validTo) {}
