package org.sharedregistry.recognition;

import java.time.LocalDate;

/**
 * What the authority of a state decided on goods, for its own territory or, at home, for the goods as such.
 *
 * @param id of the decision
 * @param state whose authority decided
 * @param period the days on which it acts; a provisional one ends when it lapses
 * @param act the legal act it rests on
 * @param sequence its place in the order of all records
 */
public record DecisionFact(
        String id, String state, Action action, Period period, String act, String reason, long sequence) {

    /** What was decided. RESUME ends a suspension or an objection; WITHDRAW ends a recognition for good. */
    public enum Action {
        RECOGNIZE,
        CONDITION,
        REFUSE,
        SUSPEND,
        RESUME,
        WITHDRAW,
        OBJECT
    }

    LocalDate since() {
        return period.from();
    }
}
