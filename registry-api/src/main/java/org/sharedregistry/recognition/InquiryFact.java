package org.sharedregistry.recognition;

import java.time.LocalDate;

/**
 * A question that an authority put to the manufacturer. While it waits for the reply, its own clock stands still.
 *
 * @param state whose authority asked
 * @param open from the day it was asked to the day before the reply; without end while there is none
 */
public record InquiryFact(String state, Period open) {

    /** A day on which a deadline falls, moved on by the days that were waited for the reply. */
    LocalDate postpone(LocalDate due) {
        if (due.equals(LocalDate.MAX) || !open.from().isBefore(due)) {
            return due;
        }
        return open.to().equals(LocalDate.MAX)
                ? LocalDate.MAX
                : due.plusDays(open.to().toEpochDay() - open.from().toEpochDay());
    }
}
