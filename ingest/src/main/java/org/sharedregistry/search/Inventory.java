package org.sharedregistry.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Which entries there are, in short: two sets of entries of which one has what the other lacks differ in it.
 *
 * @param checksum the sum of the {@link #hash} of every id, in whatever order; it may run over
 */
public record Inventory(long entries, long checksum) {

    /** How many bits a hash has; half of them are so few that engines that calculate in doubles add them up exactly. */
    public static final int HASH_BITS = 52;

    private static final long HASH = (1L << HASH_BITS) - 1;

    /** What an entry adds to the checksum. */
    public static long hash(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).getLeastSignificantBits() & HASH;
    }

    public Inventory plus(Inventory other) {
        return new Inventory(entries + other.entries, checksum + other.checksum);
    }

    /** Counts entries one by one. */
    static final class Count {

        private long entries;
        private long checksum;

        void add(String id) {
            entries++;
            checksum += hash(id);
        }

        Inventory inventory() {
            return new Inventory(entries, checksum);
        }
    }
}
