package org.sharedregistry.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether something covers what is asked about. */
enum Coverage {
    YES,
    NO,
    /** Some of what may be meant, and not the rest. */
    DEPENDS;

    /**
     * Whether a set covers what is asked about.
     *
     * @param covered everything when empty
     * @param asked what was named, if anything was
     * @param possible what may be meant when nothing was named; empty when that is not known
     */
    static Coverage of(Set<String> covered, Optional<String> asked, Set<String> possible) {
        if (covered.isEmpty()) {
            return YES;
        }
        if (asked.isPresent()) {
            return covered.contains(asked.get()) ? YES : NO;
        }
        if (possible.isEmpty()) {
            return DEPENDS;
        }
        if (covered.containsAll(possible)) {
            return YES;
        }
        return possible.stream().anyMatch(covered::contains) ? DEPENDS : NO;
    }

    /** Whether all of them cover it. */
    static Coverage both(Coverage... all) {
        List<Coverage> list = Arrays.asList(all);
        if (list.contains(NO)) {
            return NO;
        }
        return list.contains(DEPENDS) ? DEPENDS : YES;
    }

    boolean isCertain() {
        return this != DEPENDS;
    }

    /** Whether what is left of it covers what is asked about. */
    Coverage opposite() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case DEPENDS -> DEPENDS;
        };
    }
}
