package org.sharedregistry.search;

import java.time.LocalDate;

/** Days from {@code first} to {@code last}, both included; {@link LocalDate#MAX} when there is no last day. */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("A period ends before it begins: " + first + " to " + last);
        }
    }
}
