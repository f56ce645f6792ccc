package org.sharedregistry.search;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.IndexChanges.IndexChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes changes from the database into the search index, in batches, on one thread of one process; the others stand by.
 *
 * <p>A batch is written durably before its changes are struck off; a crash in between repeats it, which does no harm.
 */
@Component
public class IndexDrainer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexDrainer.class);

    private static final int CHANGES_A_ROUND = 500;

    private static final long IDLE_MILLIS = 1_000;

    /** How long changes gather before they are written: a commit for each would cost more than all else. */
    private static final long GATHERING_MILLIS = 200;

    private static final long REST_AFTER_FAILURE_MILLIS = 5_000;

    private final IndexChanges changes;
    private final Fillings fillings;
    private final IndexFiller filler;
    private final IndexLoader loader;
    private final SearchIndex index;
    private final DrainerLock lock;
    private final Semaphore signal = new Semaphore(0);
    private volatile @Nullable Thread thread;

    IndexDrainer(
            IndexChanges changes,
            Fillings fillings,
            IndexFiller filler,
            IndexLoader loader,
            SearchIndex index,
            DrainerLock lock) {
        this.changes = changes;
        this.fillings = fillings;
        this.filler = filler;
        this.loader = loader;
        this.index = index;
        this.lock = lock;
    }

    /**
     * Has the index filled anew from the kept texts, in the background, by whichever process writes it; searches find the
     * old one until then. Where it is being filled already, that serves.
     */
    public void rebuild() {
        fillings.wantNow();
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
            worker.join(TimeUnit.SECONDS.toMillis(60));
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
                if (lock.hold()) {
                    filler.tend(signal::release);
                    if (!drainOnce()) {
                        awaitSignal(IDLE_MILLIS);
                    }
                } else {
                    filler.stop();
                    TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
                }
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                // The edge of this thread: what was not written is still in the list of changes.
                log.error(
                        "The search index could not take in changes; trying again in {} ms",
                        REST_AFTER_FAILURE_MILLIS,
                        e);
                rest();
            }
        }
        leave();
    }

    /** Lets another process go on. */
    private void leave() {
        try {
            filler.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.release();
        }
    }

    /** Takes in the oldest changes; whether there may be more. */
    private boolean drainOnce() {
        List<IndexChange> round = changes.oldest(CHANGES_A_ROUND);
        if (round.isEmpty()) {
            return false;
        }
        IndexChange.byKind(round).forEach((kind, subjects) -> loader.load(kind, subjects, index::write));
        changes.strikeOff(round);
        return round.size() == CHANGES_A_ROUND;
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
