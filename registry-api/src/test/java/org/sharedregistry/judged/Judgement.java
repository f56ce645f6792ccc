package org.sharedregistry.judged;

import java.util.Map;

/**
 * A query, and what of it should be found.
 *
 * @param kind of query, such as {@code typos}
 * @param heldOut whether nobody looks at it while tuning
 * @param grades 1 to 3 by the key of goods, or by {@code file#page}; what is not there is not wanted
 */
record Judgement(String ask, String kind, Subject of, boolean heldOut, Map<String, Integer> grades) {

    Judgement {
        grades = Map.copyOf(grades);
        if (grades.values().stream().noneMatch(grade -> grade >= Figures.GOOD)) {
            throw new IllegalArgumentException("Nothing good is named for " + ask);
        }
    }

    String part() {
        return heldOut ? "held-out" : "tuned";
    }

    /** What is looked for. */
    enum Subject {
        GOODS,
        PAGES
    }
}
