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
import org.sharedregistry.search.Inventory;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index in a folder, for one process: {@code active} names the generation that searches see, {@code begun} the
 * one being filled, each generation is a folder {@code <form>-<name>} beside it. A removed entry leaves its version behind
 * for as long as its generation lives. A generation that cannot be read to its last byte at the start, or once a search or
 * a write has failed, counts as none; so does one whose files have vanished.
 */
public final class LuceneSearchIndex implements SearchIndex {

    private static final Logger log = LoggerFactory.getLogger(LuceneSearchIndex.class);

    private final Path folder;
    private final Pointer activePointer;
    private final Pointer begunPointer;
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
        activePointer = new Pointer(this.folder.resolve("active"));
        begunPointer = new Pointer(this.folder.resolve("begun"));
        try {
            directory = FSDirectory.open(this.folder);
            folderLock = directory.obtainLock("in-use.lock");
            openActive();
            openBegun();
            deleteOthers();
        } catch (LockObtainFailedException e) {
            throw new SearchFolderInUse(this.folder, e);
        } catch (IOException e) {
            throw new SearchUnavailable("The folder of the search index cannot be used: " + this.folder, e);
        }
    }

    @Override
    public Optional<String> activeGeneration() {
        reopenUnusable();
        return reading(() -> Optional.ofNullable(activeName));
    }

    @Override
    public Optional<String> begunGeneration() {
        reopenUnusable();
        return reading(() -> Optional.ofNullable(nextName));
    }

    @Override
    public void beginGeneration(String generation) {
        if (!Pointer.isName(generation)) {
            throw new IllegalArgumentException("Not a name for a generation: " + generation);
        }
        changing(() -> {
            if (generation.equals(activeName)) {
                throw new IllegalArgumentException("This generation is the active one: " + generation);
            }
            closeNext();
            Files.createDirectories(folder);
            deleteOthers();
            next = Generation.create(home(generation));
            nextName = generation;
            begunPointer.write(generation);
        });
    }

    @Override
    public void activateGeneration(String generation) {
        changing(() -> {
            if (next == null || !generation.equals(nextName)) {
                throw new IllegalStateException("This generation was not begun: " + generation);
            }
            activePointer.write(generation);
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
        reopenUnusable();
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
    public void fill(List<IndexWrite> batch) {
        reopenUnusable();
        reading(() -> {
            present(next).write(batch);
            return batch;
        });
    }

    @Override
    public Inventory inventory(String generation) {
        return reading(() -> present(generation.equals(activeName) ? active : generation.equals(nextName) ? next : null)
                .inventory());
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
        activeName = activePointer.read().orElse(null);
        active = activeName == null ? null : opened(activeName);
        activeName = active == null ? null : activeName;
    }

    /** After the active one: when it became that, its name still stands here. */
    private void openBegun() throws IOException {
        nextName = begunPointer.read().filter(name -> !name.equals(activeName)).orElse(null);
        next = nextName == null ? null : opened(nextName);
        nextName = next == null ? null : nextName;
    }

    private @Nullable Generation opened(String name) {
        if (!Files.isDirectory(home(name))) {
            log.info("The search index has no generation {} of the current form; it will be filled anew", name);
            return null;
        }
        try {
            return Generation.open(home(name));
        } catch (IOException e) {
            log.warn("The search index cannot be read and will be filled anew", e);
            return null;
        }
    }

    /** Opens again what is not fit for use, as after a write that failed for want of space. */
    private void reopenUnusable() {
        boolean unusable = reading(() -> isUnusable(active) || isUnusable(next));
        if (unusable) {
            changing(() -> {
                if (isUnusable(active)) {
                    log.warn("The search index failed; opening it again");
                    IOUtils.closeWhileHandlingException(active);
                    openActive();
                }
                if (isUnusable(next)) {
                    log.warn("The search index being filled failed; opening it again");
                    IOUtils.closeWhileHandlingException(next);
                    openBegun();
                }
            });
        }
    }

    private static boolean isUnusable(@Nullable Generation generation) {
        return generation != null && !generation.isUsable();
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

    /** Removes every generation but the active one and the one being filled: no other is of use to anybody. */
    private void deleteOthers() throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            Path[] others = homes.filter(Files::isDirectory)
                    .filter(home -> activeName == null || !home.equals(home(activeName)))
                    .filter(home -> nextName == null || !home.equals(home(nextName)))
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
