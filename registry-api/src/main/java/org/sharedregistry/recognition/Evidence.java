package org.sharedregistry.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An attestation that was looked at, and where it stood on the day.
 *
 * @param proves what it was looked at for: {@code production}, {@code conformity}, or a regulation as the regime writes
 *     it
 * @param carries whether the verdict rests on it
 * @param validTo last day of validity; null when it has none
 */
public record Evidence(
        String attestation,
        String kind,
        String number,
        String proves,
        boolean carries,
        AttestationStatus status,
        @Nullable LocalDate validTo) {}
