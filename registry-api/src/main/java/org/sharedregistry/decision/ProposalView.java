package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person of an authority proposes, and what became of it.
 *
 * @param goods the entry it is about
 * @param effective from which day it is to act
 * @param proposedOn the day it was proposed, in UTC
 * @param settledBy the second person; null while it is open
 */
public record ProposalView(
        UUID id,
        UUID goods,
        String state,
        ProposedAction action,
        LocalDate effective,
        String act,
        String reason,
        @Nullable UUID appeal,
        String proposedBy,
        LocalDate proposedOn,
        Status status,
        @Nullable String settledBy,
        @Nullable String settledReason) {

    /** Where a proposal stands. */
    public enum Status {
        OPEN,
        CONFIRMED,
        REJECTED
    }
}
