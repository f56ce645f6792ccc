package org.sharedregistry.recognition;

import java.util.Set;

/** Codes of classifiers, where a shorter code stands for all that begin with it. */
final class Codes {

    private Codes() {}

    static boolean anyBegins(Set<String> codes, Set<String> beginnings) {
        return codes.stream().anyMatch(code -> beginnings.stream().anyMatch(code::startsWith));
    }

    /** Whether some code stands for all of what another one does, or the other way round. */
    static boolean overlap(Set<String> some, Set<String> others) {
        return anyBegins(some, others) || anyBegins(others, some);
    }
}
