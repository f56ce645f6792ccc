package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A decision that changes where an attestation stands.
 *
 * @param effective the first day it acts; an annulment acts from the start whatever this day is
 * @param until for an extension the new last day of validity; for a suspension its last day, if one was set
 * @param models for a partial suspension, the models it is about
 * @param reason in the words of whoever decided
 * @param authority who decided
 * @param sequence its place in the order of all records
 */
public record StatusEvent(
        Type type,
        LocalDate effective,
        @Nullable LocalDate until,
        Set<String> models,
        String reason,
        String authority,
        long sequence) {

    public StatusEvent {
        models = Set.copyOf(models);
    }

    /** What was decided. */
    public enum Type {
        EXTEND,
        SUSPEND,
        PARTLY_SUSPEND,
        RESUME,
        TERMINATE,
        ANNUL
    }
}
