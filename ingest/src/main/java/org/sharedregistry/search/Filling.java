package org.sharedregistry.search;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sharedregistry.search.Parts.Part;

/**
 * A generation being filled from the database by several threads. What was noted as finished by an earlier one is not
 * loaded again.
 */
final class Filling {

    private static final long STOPPING_SECONDS = 30;

    private final String generation;
    private final List<Parts> parts;
    private final IndexLoader loader;
    private final SearchIndex index;
    private final Runnable onEnd;
    private final AtomicInteger running;
    private final ExecutorService threads;
    private final List<Future<?>> work;
    private volatile boolean stopped;

    /** @param onEnd called when all threads have come to an end */
    Filling(String generation, Fillings fillings, IndexLoader loader, SearchIndex index, int threads, Runnable onEnd) {
        this.generation = generation;
        this.loader = loader;
        this.index = index;
        this.onEnd = onEnd;
        parts = loader.sources().stream()
                .map(source -> new Parts(
                        source,
                        fillings.last(generation, source.kind()),
                        (last, subjects) -> fillings.advance(generation, source.kind(), last, subjects)))
                .toList();
        running = new AtomicInteger(threads);
        this.threads = Executors.newFixedThreadPool(threads, task -> new Thread(task, "index-filling"));
        work = IntStream.range(0, threads)
                .<Future<?>>mapToObj(i -> this.threads.submit(this::work))
                .toList();
        this.threads.shutdown();
    }

    String generation() {
        return generation;
    }

    /** Whether it has come to an end, good or bad. */
    boolean isDone() {
        return running.get() == 0;
    }

    /** Throws what made it fail, if it did. */
    void get() throws InterruptedException {
        for (Future<?> each : work) {
            try {
                each.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException("A thread that filled the search index ended", e.getCause());
            }
        }
    }

    /** Lets every thread finish its part. */
    void stop() throws InterruptedException {
        stopped = true;
        if (!threads.awaitTermination(STOPPING_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The search index is still being filled with a large part");
        }
    }

    private void work() {
        boolean failed = true;
        try {
            parts.forEach(this::takeAll);
            failed = false;
        } finally {
            if (failed) {
                stopped = true;
            }
            if (running.decrementAndGet() == 0) {
                onEnd.run();
            }
        }
    }

    private void takeAll(Parts source) {
        Optional<Part> part = source.next();
        while (part.isPresent() && !stopped) {
            loader.load(source.kind(), part.get().subjects(), index::fill);
            source.finish(part.get());
            part = source.next();
        }
    }
}
