package org.sharedregistry.listing;

import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/** How many items a part of a list holds: 20 unless asked for otherwise, at most 200. */
public final class PageSize {

    private static final int USUAL = 20;
    private static final int MOST = 200;

    private PageSize() {}

    public static void check(@Nullable Integer size) {
        if (size != null && (size < 1 || size > MOST)) {
            throw RegistryProblem.parameter("size", "A part of a list holds 1 to " + MOST + " items.");
        }
    }

    public static int of(@Nullable Integer size) {
        return size == null ? USUAL : size;
    }
}
