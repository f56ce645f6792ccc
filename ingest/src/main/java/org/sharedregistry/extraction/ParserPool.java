package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sharedregistry.extraction.Frames.Reply;
import org.sharedregistry.extraction.Frames.Request;
import org.springframework.util.FileSystemUtils;

/** Parser processes, started when they are needed and replaced when they are spent. */
final class ParserPool implements AutoCloseable {

    private final ExtractionSettings settings;
    private final List<String> sandbox = Sandbox.prefix();
    private final Semaphore places;
    private final Deque<ParserChild> idle = new ArrayDeque<>();
    private final Set<ParserChild> children = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "parser-deadlines"));

    /** @param processes how many there are at most */
    ParserPool(ExtractionSettings settings, int processes) {
        this.settings = settings;
        this.places = new Semaphore(processes, true);
        try {
            Files.createDirectories(settings.folder());
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + settings.folder(), e);
        }
    }

    /**
     * Has a file read as soon as a process is free.
     *
     * @param parts takes what is read, as soon as it is
     */
    Extraction read(Request request, Duration deadline, Consumer<Reply> parts) {
        places.acquireUninterruptibly();
        try {
            ParserChild child = take();
            try {
                return child.read(request, deadline, parts);
            } finally {
                giveBack(child);
            }
        } finally {
            places.release();
        }
    }

    /** Ends all processes; what they are reading fails as {@link Extraction.Reason#CRASHED}. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        children.forEach(ParserChild::close);
        children.clear();
    }

    /** Of processes that were killed together with the server that would have removed them. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> folders = Files.list(settings.folder())) {
            for (Path folder : folders.filter(ParserChild::isFolderOfOne).toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private ParserChild take() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                ParserChild child = idle.pop();
                if (child.isUsable()) {
                    return child;
                }
                end(child);
            }
        }
        try {
            ParserChild child = ParserChild.start(settings, sandbox, deadlines);
            children.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("A parser process cannot be started", e);
        }
    }

    private void giveBack(ParserChild child) {
        if (!child.isUsable() || child.filesRead() >= settings.filesAProcess()) {
            end(child);
            return;
        }
        synchronized (idle) {
            idle.push(child);
        }
    }

    private void end(ParserChild child) {
        children.remove(child);
        child.close();
    }
}
