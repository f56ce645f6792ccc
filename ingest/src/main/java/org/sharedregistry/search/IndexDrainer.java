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
import org.sharedregistry.search.IndexChanges.IndexChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes changes from the database into the search index, in batches, on one thread.
 *
 * <p>A batch is written durably before its changes are struck off; a crash in between repeats it, which does no harm.
 * An index that was lost, or has an older form, is filled anew beside the old one and then made active.
 */
@Component
class IndexDrainer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexDrainer.class);

    private static final int CHANGES_A_ROUND = 500;
    private static final int WRITES_A_BATCH = 200;
    private static final long IDLE_MILLIS = 1_000;
    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;

    private final IndexChanges changes;
    private final SearchIndex index;
    private final Map<String, IndexSource> sources;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;

    IndexDrainer(IndexChanges changes, SearchIndex index, List<IndexSource> sources) {
        this.changes = changes;
        this.index = index;
        this.sources = sources.stream().collect(Collectors.toMap(IndexSource::kind, Function.identity()));
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
        boolean ready = false;
        while (isRunning()) {
            try {
                if (!ready) {
                    fillIfEmpty();
                    ready = true;
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

    private void fillIfEmpty() throws InterruptedException {
        if (index.activeGeneration().isPresent()) {
            return;
        }
        String generation = UUID.randomUUID().toString();
        log.info("Filling the search index anew, as generation {}", generation);
        index.beginGeneration(generation);
        for (IndexSource source : sources.values()) {
            changes.addAll(source.kind(), source.subjects());
        }
        while (drainOnce()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        index.activateGeneration(generation);
    }

    /** Takes in the oldest changes; false when there are none. */
    private boolean drainOnce() {
        List<IndexChange> round = changes.oldest(CHANGES_A_ROUND);
        if (round.isEmpty()) {
            return false;
        }
        Map<String, List<IndexChange>> byKind = round.stream().collect(Collectors.groupingBy(IndexChange::kind));
        byKind.forEach(this::take);
        changes.strikeOff(round);
        return true;
    }

    private void take(String kind, List<IndexChange> round) {
        IndexSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("Nobody knows what to index of " + kind);
        }
        long version = round.stream().mapToLong(IndexChange::sequence).max().orElseThrow();
        List<IndexWrite> batch = new ArrayList<>();
        source.load(
                round.stream().map(IndexChange::subject).distinct().toList(),
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
