package org.sharedregistry.search;

/** One change of the index. */
public sealed interface IndexWrite {

    /** The id of the entry that changes. */
    String id();

    /** Where the change stands in the order of all changes; higher is later. */
    long version();

    /** The entry is now this. */
    record Put(IndexEntry entry, long version) implements IndexWrite {
        @Override
        public String id() {
            return entry.id();
        }
    }

    /** The entry is gone. */
    record Remove(String id, long version) implements IndexWrite {}
}
