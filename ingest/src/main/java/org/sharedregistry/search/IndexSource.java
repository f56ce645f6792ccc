package org.sharedregistry.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Who knows what the index is to hold of the subjects of one kind. */
public interface IndexSource {

    /** The kind of its subjects, as in {@link IndexChanges#add}. */
    String kind();

    /**
     * Up to {@code size} subjects in an order of their own, from behind {@code last} on, or the first when that is empty:
     * one part after the other they are all there are, for filling a new generation.
     */
    List<String> subjects(String last, int size);

    /** How many subjects there are. */
    long count();

    /**
     * Gives the ids of all entries there are now, and no other, in any order: what a generation must hold to be whole.
     * Called in a transaction, so that they need not fit into memory.
     */
    void ids(Consumer<String> ids);

    /**
     * Gives all entries of some subjects as they are now, one at a time so that a long document need not fit into
     * memory. A subject that is to be found no more gives none: name what it had with {@code removed}.
     */
    void load(Collection<String> subjects, Consumer<IndexEntry> entries, Consumer<String> removed);
}
