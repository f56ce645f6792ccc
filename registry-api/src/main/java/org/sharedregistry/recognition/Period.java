package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Days as people write them: the last one belongs to them, and is null when there is none. */
    public static Period inclusive(LocalDate from, @Nullable LocalDate last) {
        return new Period(from, last == null ? LocalDate.MAX : last.plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /** The first day of the period; empty when it has no beginning. */
    public Optional<LocalDate> firstDay() {
        return from.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(from);
    }

    /** The last day of the period, as people write it; empty when it has no end. */
    public Optional<LocalDate> lastDay() {
        return to.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(to.minusDays(1));
    }
}
