package org.sharedregistry.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part; null at the end
 * @param total how many items there are in all
 */
public record Listing<T>(List<T> items, @Nullable String next, Total total) {

    public Listing {
        items = List.copyOf(items);
    }

    /**
     * A count.
     *
     * @param relation {@code eq} for an exact number, {@code gte} for a lower bound
     */
    public record Total(long value, String relation) {
        public static Total exactly(long value) {
            return new Total(value, "eq");
        }
    }
}
