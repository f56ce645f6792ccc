package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** Searches one state of a half, and remembers for as long as that state is searched how the values of its fields are counted. */
final class HalfSearcher extends IndexSearcher {

    private final Map<String, StringDocValuesReaderState> values = new ConcurrentHashMap<>();

    HalfSearcher(IndexReader reader) {
        super(reader);
    }

    StringDocValuesReaderState values(String field) {
        return values.computeIfAbsent(field, each -> {
            try {
                return new StringDocValuesReaderState(getIndexReader(), each);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
