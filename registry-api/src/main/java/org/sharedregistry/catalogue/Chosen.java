package org.sharedregistry.catalogue;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values of a parameter that can be given several times, in an order of their own, so that equal questions are equal texts. */
final class Chosen {

    private Chosen() {}

    static <T extends Comparable<T>> NavigableSet<T> none() {
        return Collections.emptyNavigableSet();
    }

    /** @param given null when the parameter was not there */
    static <T extends Comparable<T>> NavigableSet<T> some(@Nullable Collection<T> given) {
        return given == null ? none() : Collections.unmodifiableNavigableSet(new TreeSet<>(given));
    }
}
