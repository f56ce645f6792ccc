package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision that changes where an attestation stands.
 *
 * @param effective the first day it acts; an annulment acts from the start whatever this day is
 * @param until for an extension the new last day of validity; for a suspension its last day, if one was set
 * @param scope for a partial suspension, what it is about
 * @param reason in the words of whoever decided
 * @param act the legal act it rests on, if one was named
 * @param authority who decided
 * @param sequence its place in the order of all records
 */
public record StatusEvent(
        Type type,
        LocalDate effective,
        @Nullable LocalDate until,
        Scope scope,
        String reason,
        @Nullable String act,
        String authority,
        long sequence) {

    /** What it rests on, in words: the act, or else the reason. */
    String grounds() {
        return Optional.ofNullable(act).orElse(reason);
    }

    /** What was decided. */
    public enum Type {
        EXTEND,
        SUSPEND,
        PARTLY_SUSPEND,
        RESUME,
        TERMINATE,
        ANNUL,
        /** A court takes an annulment back. */
        RESTORE,
        /** Put away as no longer of use; says nothing of any day. */
        ARCHIVE
    }
}
