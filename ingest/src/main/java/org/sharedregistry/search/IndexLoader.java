package org.sharedregistry.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Loads what the index is to hold of subjects.
 *
 * <p>The version of a write is drawn before what it is about is loaded, so a later load always has the higher version,
 * in whatever order transactions commit.
 */
@Component
final class IndexLoader {

    private static final int WRITES_A_BATCH = 200;

    /** An engine holds all words of a batch in memory at once, and a page can have a million characters. */
    private static final int CHARACTERS_A_BATCH = 500_000;

    private final IndexChanges changes;
    private final Map<String, IndexSource> sources;

    IndexLoader(IndexChanges changes, List<IndexSource> sources) {
        this.changes = changes;
        this.sources = sources.stream().collect(Collectors.toMap(IndexSource::kind, Function.identity()));
    }

    Collection<IndexSource> sources() {
        return sources.values();
    }

    /** Gives the index, in batches, what it is to hold of some subjects of a kind. */
    void load(String kind, Collection<String> subjects, Consumer<List<IndexWrite>> index) {
        IndexSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("Nobody knows what to index of " + kind);
        }
        long version = changes.nextVersion();
        Batch batch = new Batch(index);
        source.load(
                subjects,
                entry -> batch.add(
                        new IndexWrite.Put(entry, version),
                        entry.title().length() + entry.text().length()),
                id -> batch.add(new IndexWrite.Remove(id, version), 0));
        batch.flush();
    }

    private static final class Batch {

        private final Consumer<List<IndexWrite>> index;
        private final List<IndexWrite> writes = new ArrayList<>();
        private int characters;

        Batch(Consumer<List<IndexWrite>> index) {
            this.index = index;
        }

        void add(IndexWrite write, int length) {
            writes.add(write);
            characters += length;
            if (writes.size() >= WRITES_A_BATCH || characters >= CHARACTERS_A_BATCH) {
                flush();
            }
        }

        void flush() {
            if (!writes.isEmpty()) {
                index.accept(List.copyOf(writes));
                writes.clear();
                characters = 0;
            }
        }
    }
}
