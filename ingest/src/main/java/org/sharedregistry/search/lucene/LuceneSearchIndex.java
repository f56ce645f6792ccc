package org.sharedregistry.search.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchResult;
import org.sharedregistry.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search index in a folder, for one process: {@code active} names the generation that searches see, each generation
 * is a folder {@code <form>-<name>} beside it. Versions are those of the entries that are there; what was removed is
 * forgotten.
 */
public final class LuceneSearchIndex implements SearchIndex {

    private static final Logger log = LoggerFactory.getLogger(LuceneSearchIndex.class);

    private final Path folder;
    private final ReadWriteLock generations = new ReentrantReadWriteLock();
    private @Nullable String activeName;
    private @Nullable Generation active;
    private @Nullable String nextName;
    private @Nullable Generation next;

    /** Opens the index in a folder; one that cannot be read counts as none. */
    public LuceneSearchIndex(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(this.folder);
            openActive();
            removeOthers();
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
        changing(() -> {
            close(next);
            next = null;
            Path home = home(generation);
            delete(home);
            next = new Generation(home);
            nextName = generation;
        });
    }

    @Override
    public void activateGeneration(String generation) {
        changing(() -> {
            if (next == null || !generation.equals(nextName)) {
                throw new IllegalStateException("This generation was not begun: " + generation);
            }
            writeActive(generation);
            close(active);
            active = next;
            activeName = generation;
            next = null;
            nextName = null;
            removeOthers();
        });
    }

    @Override
    public void write(List<IndexWrite> batch) {
        reading(() -> {
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
    public List<String> suggest(String kind, String typed, int size) {
        return reading(() -> present(active).suggest(kind, typed, size));
    }

    @Override
    public void close() {
        changing(() -> {
            close(active);
            close(next);
            active = null;
            next = null;
        });
    }

    private void openActive() throws IOException {
        Path pointer = folder.resolve("active");
        String name;
        try {
            name = Files.readString(pointer).strip();
        } catch (NoSuchFileException e) {
            return;
        }
        if (!Files.isDirectory(home(name))) {
            log.info("The search index has an older form and will be filled anew");
            return;
        }
        try {
            active = new Generation(home(name));
            activeName = name;
        } catch (LockObtainFailedException e) {
            throw new SearchUnavailable("Another process uses the search index in " + folder, e);
        } catch (IOException e) {
            log.warn("The search index cannot be read and will be filled anew", e);
        }
    }

    private Path home(String generation) {
        return folder.resolve(Fields.FORM + "-" + generation);
    }

    private void writeActive(String generation) throws IOException {
        Path written = folder.resolve("active.new");
        Files.writeString(written, generation);
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(written, folder.resolve("active"), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    /** Removes every generation but the active one; there is none other that is of use to anybody. */
    private void removeOthers() throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            for (Path home : homes.filter(Files::isDirectory).toList()) {
                if (activeName == null || !home.equals(home(activeName))) {
                    delete(home);
                }
            }
        }
    }

    private static void delete(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Generation present(@Nullable Generation generation) {
        if (generation == null) {
            throw new SearchUnavailable("The search index is being filled", null);
        }
        return generation;
    }

    private static void close(@Nullable Generation generation) throws IOException {
        if (generation != null) {
            generation.close();
        }
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
        } catch (IOException e) {
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
