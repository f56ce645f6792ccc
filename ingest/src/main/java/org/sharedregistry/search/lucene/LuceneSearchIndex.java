package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.GroupedResult;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index in a folder, for one process: {@code active} names the generation that searches see, each generation
 * is a folder {@code <form>-<name>} beside it. A removed entry leaves its version behind for as long as its generation
 * lives. A generation that cannot be read to its last byte at the start counts as none.
 */
public final class LuceneSearchIndex implements SearchIndex {

    private static final Logger log = LoggerFactory.getLogger(LuceneSearchIndex.class);

    private final Path folder;
    private final ActivePointer pointer;
    private final FSDirectory directory;
    private final org.apache.lucene.store.Lock folderLock;
    private final ReadWriteLock generations = new ReentrantReadWriteLock();
    private @Nullable String activeName;
    private @Nullable Generation active;
    private @Nullable String nextName;
    private @Nullable Generation next;

    /**
     * Opens the index in a folder, which is created where it is missing.
     *
     * @throws SearchFolderInUse when another process has it open, or this one has it open already
     */
    public LuceneSearchIndex(Path folder) {
        this.folder = folder.toAbsolutePath();
        pointer = new ActivePointer(this.folder);
        try {
            directory = FSDirectory.open(this.folder);
            folderLock = directory.obtainLock("in-use.lock");
            openActive();
            deleteOthers();
        } catch (LockObtainFailedException e) {
            throw new SearchFolderInUse(this.folder, e);
        } catch (IOException e) {
            throw new SearchUnavailable("The folder of the search index cannot be used: " + this.folder, e);
        }
    }

    @Override
    public Optional<String> activeGeneration() {
        return reading(() -> Optional.ofNullable(activeName));
    }

    @Override
    public void beginGeneration(String generation) {
        if (!ActivePointer.isName(generation)) {
            throw new IllegalArgumentException("Not a name for a generation: " + generation);
        }
        changing(() -> {
            if (generation.equals(activeName)) {
                throw new IllegalArgumentException("This generation is the active one: " + generation);
            }
            closeNext();
            deleteOthers();
            next = Generation.create(home(generation));
            nextName = generation;
        });
    }

    @Override
    public void activateGeneration(String generation) {
        changing(() -> {
            if (next == null || !generation.equals(nextName)) {
                throw new IllegalStateException("This generation was not begun: " + generation);
            }
            pointer.write(generation);
            Generation before = active;
            active = next;
            activeName = generation;
            next = null;
            nextName = null;
            IOUtils.close(before);
            deleteOthers();
        });
    }

    @Override
    public void write(List<IndexWrite> batch) {
        boolean broken = reading(() -> active != null && !active.isOpen());
        if (broken) {
            changing(this::reopen);
        }
        reading(() -> {
            if (active == null && next == null) {
                throw new SearchUnavailable("The search index has no generation to write to", null);
            }
            if (active != null) {
                active.write(batch);
            }
            if (next != null) {
                next.write(batch);
            }
            return batch;
        });
    }

    @Override
    public SearchResult search(SearchQuery query) {
        return reading(() -> present(active).search(query));
    }

    @Override
    public GroupedResult searchGroups(SearchQuery query, int from, int best) {
        return reading(() -> present(active).searchGroups(query, from, best));
    }

    @Override
    public List<String> suggest(String kind, String typed, int size) {
        return reading(() -> present(active).suggest(kind, typed, size));
    }

    @Override
    public void close() {
        changing(() -> {
            Generation before = active;
            active = null;
            activeName = null;
            closeNext();
            IOUtils.close(before, folderLock, directory);
        });
    }

    private void openActive() throws IOException {
        String name = pointer.read().orElse(null);
        if (name == null) {
            return;
        }
        if (!Files.isDirectory(home(name))) {
            log.info("The search index has an older form and will be filled anew");
            return;
        }
        try {
            active = Generation.open(home(name));
            activeName = name;
        } catch (IOException e) {
            log.warn("The search index cannot be read and will be filled anew", e);
        }
    }

    /** Opens the active generation again, as after a write that failed for want of space. */
    private void reopen() throws IOException {
        if (active != null && !active.isOpen()) {
            log.warn("A write to the search index failed; opening it again");
            Generation failed = active;
            active = null;
            activeName = null;
            IOUtils.closeWhileHandlingException(failed);
            openActive();
        }
    }

    private void closeNext() throws IOException {
        Generation begun = next;
        next = null;
        nextName = null;
        IOUtils.close(begun);
    }

    private Path home(String generation) {
        return folder.resolve(Fields.FORM + "-" + generation);
    }

    /** Removes every generation but the active one; there is none other that is of use to anybody. */
    private void deleteOthers() throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            Path[] others = homes.filter(Files::isDirectory)
                    .filter(home -> activeName == null || !home.equals(home(activeName)))
                    .toArray(Path[]::new);
            IOUtils.rm(others);
        }
    }

    private static Generation present(@Nullable Generation generation) {
        if (generation == null) {
            throw new SearchUnavailable("The search index is being filled", null);
        }
        return generation;
    }

    private <T> T reading(Work<T> work) {
        return locked(generations.readLock(), work);
    }

    private void changing(Change change) {
        locked(generations.writeLock(), () -> {
            change.make();
            return "";
        });
    }

    private <T> T locked(Lock lock, Work<T> work) {
        lock.lock();
        try {
            return work.get();
        } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
            throw new SearchUnavailable("The search index failed in " + folder, e);
        } finally {
            lock.unlock();
        }
    }

    private interface Work<T> {
        T get() throws IOException;
    }

    private interface Change {
        void make() throws IOException;
    }
}
