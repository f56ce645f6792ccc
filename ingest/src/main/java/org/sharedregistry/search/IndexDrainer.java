package org.sharedregistry.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.TextAnalysis;
import org.sharedregistry.search.IndexChanges.IndexChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes changes from the database into the search index, in batches, on one thread.
 *
 * <p>A batch is written durably before its changes are struck off; a crash in between repeats it, which does no harm.
 * The version of a write is drawn before what it is about is loaded, so a later load always has the higher version,
 * in whatever order transactions commit.
 *
 * <p>An index that was lost, was analysed by a former version, or is to be rebuilt is filled anew beside the old one,
 * which is searched until the new one takes its place.
 */
@Component
public class IndexDrainer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexDrainer.class);

    private static final int CHANGES_A_ROUND = 500;
    private static final int WRITES_A_BATCH = 200;
    private static final int SUBJECTS_A_ROUND = 200;

    /** The beginning of the name of every generation whose terms are those of today. */
    private static final String CURRENT = "analysis-" + TextAnalysis.VERSION + "-";

    private static final long IDLE_MILLIS = 1_000;

    /** How long changes gather before they are written: a commit for each would cost more than all else. */
    private static final long GATHERING_MILLIS = 200;

    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;

    private final IndexChanges changes;
    private final SearchIndex index;
    private final Map<String, IndexSource> sources;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean rebuild;

    IndexDrainer(IndexChanges changes, SearchIndex index, List<IndexSource> sources) {
        this.changes = changes;
        this.index = index;
        this.sources = sources.stream().collect(Collectors.toMap(IndexSource::kind, Function.identity()));
    }

    /** Has the index filled anew from the kept texts, in the background; searches find the old one until then. */
    public void rebuild() {
        rebuild = true;
        signal.release();
    }

    @Override
    public void start() {
        changes.onCommit(signal::release);
        Thread worker = new Thread(this::run, "index-drainer");
        thread = worker;
        worker.start();
    }

    @Override
    public void stop() {
        Thread worker = thread;
        if (worker == null) {
            return;
        }
        thread = null;
        worker.interrupt();
        try {
            worker.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                if (rebuild || !isCurrent()) {
                    fill();
                    rebuild = false;
                }
                if (!drainOnce()) {
                    awaitSignal(IDLE_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The edge of this thread: what was not written is still in the list of changes.
                log.error(
                        "The search index could not take in changes; trying again in {} ms",
                        REST_AFTER_FAILURE_MILLIS,
                        e);
                rest();
            }
        }
    }

    private boolean isCurrent() {
        return index.activeGeneration()
                .filter(generation -> generation.startsWith(CURRENT))
                .isPresent();
    }

    private void fill() throws InterruptedException {
        String generation = CURRENT + UUID.randomUUID();
        log.info("Filling the search index anew, as generation {}", generation);
        index.beginGeneration(generation);
        for (IndexSource source : sources.values()) {
            List<String> some = source.subjects("", SUBJECTS_A_ROUND);
            while (!some.isEmpty()) {
                take(source, some);
                // What changes meanwhile does not wait for the end.
                drainOnce();
                checkInterrupted();
                some = source.subjects(some.get(some.size() - 1), SUBJECTS_A_ROUND);
            }
        }
        while (drainOnce()) {
            checkInterrupted();
        }
        index.activateGeneration(generation);
    }

    private static void checkInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Takes in the oldest changes; whether there may be more. */
    private boolean drainOnce() {
        List<IndexChange> round = changes.oldest(CHANGES_A_ROUND);
        if (round.isEmpty()) {
            return false;
        }
        Map<String, List<String>> byKind = round.stream()
                .collect(Collectors.groupingBy(
                        IndexChange::kind, Collectors.mapping(IndexChange::subject, Collectors.toList())));
        byKind.forEach((kind, subjects) ->
                take(source(kind), subjects.stream().distinct().toList()));
        changes.strikeOff(round);
        return round.size() == CHANGES_A_ROUND;
    }

    private IndexSource source(String kind) {
        IndexSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("Nobody knows what to index of " + kind);
        }
        return source;
    }

    private void take(IndexSource source, List<String> subjects) {
        long version = changes.nextVersion();
        List<IndexWrite> batch = new ArrayList<>();
        source.load(
                subjects,
                entry -> add(batch, new IndexWrite.Put(entry, version)),
                id -> add(batch, new IndexWrite.Remove(id, version)));
        if (!batch.isEmpty()) {
            index.write(batch);
        }
    }

    private void add(List<IndexWrite> batch, IndexWrite write) {
        batch.add(write);
        if (batch.size() >= WRITES_A_BATCH) {
            index.write(List.copyOf(batch));
            batch.clear();
        }
    }

    private void awaitSignal(long millis) throws InterruptedException {
        if (signal.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
            signal.drainPermits();
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(REST_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
