package org.sharedregistry.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the authority of a state decided on goods, for its own territory or, at home, for the goods as such.
 *
 * @param id of the decision
 * @param state whose authority decided
 * @param target the decision that an appeal was about, for STAY, REVERSE and UPHOLD; else null
 * @param period the days on which it acts; a provisional one ends when it lapses
 * @param act the legal act it rests on
 * @param sequence its place in the order of all records
 */
public record DecisionFact(
        String id,
        String state,
        Action action,
        @Nullable String target,
        Period period,
        String act,
        String reason,
        long sequence) {

    /** What was decided. */
    public enum Action {
        RECOGNIZE,
        CONDITION,
        REFUSE,
        SUSPEND,
        /** Ends a suspension or an objection. */
        RESUME,
        /** Ends a recognition for good. */
        WITHDRAW,
        /** A safeguard for one territory, against what another state has recognised. */
        OBJECT,
        /** On appeal, a decision does not act until the appeal is settled. */
        STAY,
        /** On appeal, a decision acts no longer. */
        REVERSE,
        /** On appeal, a decision stands; a stay ends. */
        UPHOLD;

        /** Whether it settles an appeal against another decision. */
        public boolean isOnAppeal() {
            return this == STAY || this == REVERSE || this == UPHOLD;
        }
    }

    LocalDate since() {
        return period.from();
    }
}
