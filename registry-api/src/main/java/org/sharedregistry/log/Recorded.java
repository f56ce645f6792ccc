package org.sharedregistry.log;

import java.time.Instant;

/** The place of a record in the order of all, and when it was made; both rise together. */
public record Recorded(long sequence, Instant at) {

    /** Before the first record. */
    public static final Recorded NOTHING = new Recorded(0, Instant.EPOCH);
}
