package org.sharedregistry.search.lucene;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a hit stands in the order of all.
 *
 * @param tier 0 for an exact code, 1 for words
 * @param value what it is sorted by; null when it has no such value, which stands last
 */
record Position(int tier, @Nullable String value, String id) {

    private static final String SEPARATOR = "\u0000";
    private static final String NO_VALUE = "-";
    private static final String VALUE = "+";

    static Position parse(String written) {
        String[] parts = written.split(SEPARATOR, 3);
        if (parts.length != 3 || parts[1].isEmpty() || !parts[0].matches("[01]")) {
            throw new IllegalArgumentException("Not a position of this index");
        }
        return new Position(
                Integer.parseInt(parts[0]), parts[1].equals(NO_VALUE) ? null : parts[1].substring(1), parts[2]);
    }

    String written() {
        return tier + SEPARATOR + (value == null ? NO_VALUE : VALUE + value) + SEPARATOR + id;
    }

    /** As what Lucene goes on behind, in an index of so many documents. */
    FieldDoc after(boolean byScore, int documents) {
        return new FieldDoc(documents - 1, Float.NaN, new Object[] {sortedBy(byScore), new BytesRef(id)});
    }

    private @Nullable Object sortedBy(boolean byScore) {
        if (value == null) {
            return null;
        }
        return byScore ? (Object) Float.valueOf(value) : new BytesRef(value);
    }
}
