package org.sharedregistry.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One ground of a verdict.
 *
 * @param subject what it is about: a state, an attestation's number, a sector, a decision
 * @param since the first day it holds; null when it has always held
 * @param act the legal act or decision behind it; null when there is none
 */
public record Reason(
        ReasonCode code,
        Effect effect,
        String subject,
        @Nullable LocalDate since,
        @Nullable String act) {

    /** What a reason does to the verdict, from what leaves most open to what leaves nothing. */
    public enum Effect {
        /** Speaks for recognition. */
        SUPPORTS,
        /** Leaves the verdict but should be known. */
        WARNS,
        /** Recognised under a condition. */
        CONDITIONS,
        /** Decides for some items only. */
        NARROWS,
        /** Leaves open what the verdict is, since something is not known. */
        UNSETTLES,
        /** Rules recognition out. */
        BLOCKS
    }

    /** The same with another effect. */
    Reason as(Effect other) {
        return new Reason(code, other, subject, since, act);
    }

    static Reason supports(ReasonCode code, String subject, @Nullable LocalDate since, @Nullable String act) {
        return new Reason(code, Effect.SUPPORTS, subject, since, act);
    }

    static Reason blocks(ReasonCode code, String subject, @Nullable LocalDate since, @Nullable String act) {
        return new Reason(code, Effect.BLOCKS, subject, since, act);
    }
}
