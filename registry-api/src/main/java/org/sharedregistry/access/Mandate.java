package org.sharedregistry.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The power of an account to act for a manufacturer that is not its own, as long as it was not revoked.
 *
 * @param organisation the manufacturer
 * @param state where the manufacturer is seated
 * @param until the last day
 * @param document the paper that gives the power
 */
public record Mandate(
        UUID id,
        UUID organisation,
        String state,
        String representative,
        LocalDate from,
        LocalDate until,
        String document) {}
