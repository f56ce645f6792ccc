package org.sharedregistry.search.lucene;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Where a hit stands in the order of all: the tier (0 for an exact code, 1 for words), the value it is sorted by, and
 * its id.
 */
record Position(int tier, String value, String id) {

    private static final String SEPARATOR = "\u0000";

    static Position parse(String written) {
        String[] parts = written.split(SEPARATOR, 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a position of this index");
        }
        return new Position(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    String written() {
        return tier + SEPARATOR + value + SEPARATOR + id;
    }

    /** As what Lucene goes on behind, in an index of so many documents. */
    FieldDoc after(boolean byScore, int documents) {
        Object first = byScore ? (Object) Float.valueOf(value) : new BytesRef(value);
        return new FieldDoc(Math.max(0, documents - 1), Float.NaN, new Object[] {first, new BytesRef(id)});
    }
}
