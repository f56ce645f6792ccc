package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days from {@code from} to the day before {@code to}.
 *
 * @param to the first day no longer in the period; {@link LocalDate#MAX} when it has no end
 */
public record Period(LocalDate from, LocalDate to) {

    /** All days. */
    public static final Period ALWAYS = new Period(LocalDate.MIN, LocalDate.MAX);

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends before it begins: " + from + " to " + to);
        }
    }

    /** From a day on, without end. */
    public static Period since(LocalDate from) {
        return new Period(from, LocalDate.MAX);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** The last day of the period, as people write it; empty when it has no end. */
    public Optional<LocalDate> lastDay() {
        return to.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(to.minusDays(1));
    }
}
