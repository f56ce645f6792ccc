package org.sharedregistry.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The threads that work off the two lanes, and keep their claims alive meanwhile. */
@Component
class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /** How long nothing may be noticed of what another node has queued, or what has become due. */
    private static final long IDLE_MILLIS = 1_000;

    private static final long STOPPING_MILLIS = 5_000;

    private final Reading reading;
    private final ReadingQueue queue;
    private final PipelineSettings settings;
    private final Map<Lane, Semaphore> signals = new EnumMap<>(Lane.class);
    private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Workers::daemon);
    private volatile boolean running;
    private @Nullable ScheduledFuture<?> renewal;

    Workers(Reading reading, ReadingQueue queue, PipelineSettings settings) {
        this.reading = reading;
        this.queue = queue;
        this.settings = settings;
        for (Lane lane : Lane.values()) {
            signals.put(lane, new Semaphore(0));
        }
    }

    @Override
    public void start() {
        running = true;
        queue.onCommit(this::wake);
        start(Lane.QUICK, settings.textWorkers());
        start(Lane.SLOW, settings.ocrWorkers());
        long period = ReadingQueue.LEASE.toMillis() / 4;
        renewal = timer.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
    }

    /** What is being read is given back after a while; whoever takes it over begins anew. */
    @Override
    public void stop() {
        running = false;
        signals.values().forEach(signal -> signal.release(threads.size()));
        try {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOPPING_MILLIS);
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        if (renewal != null) {
            renewal.cancel(false);
        }
        claims.forEach(claim -> queue.giveBack(claim, Duration.ZERO));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** At the start and each hour: whatever a crash has left behind, and what can be read better than it was. */
    @Scheduled(fixedDelayString = "PT1H")
    void resume() {
        reading.resume();
    }

    private void start(Lane lane, int count) {
        for (int number = 1; number <= count; number++) {
            String name = "reading-" + lane.name().toLowerCase(Locale.ROOT) + "-" + number;
            Thread thread = new Thread(() -> work(lane), name);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(Lane lane) {
        while (running) {
            try {
                Optional<Claim> next = queue.claim(lane);
                if (next.isPresent()) {
                    read(next.get());
                } else {
                    signal(lane).tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The edge of this thread: whatever it was about is still in the queue.
                log.error("The {} lane is held up; trying again", lane, e);
                pause();
            }
        }
    }

    private void read(Claim claim) {
        claims.add(claim);
        try {
            reading.read(claim);
        } finally {
            claims.remove(claim);
        }
    }

    /** One worker for each that was queued, and no more permits than there are workers to take them. */
    private void wake(Lane lane) {
        if (signal(lane).availablePermits() < threads.size()) {
            signal(lane).release();
        }
    }

    private void renew() {
        try {
            if (!claims.isEmpty()) {
                queue.renew(claims.stream().map(Claim::id).toList());
            }
        } catch (RuntimeException e) {
            log.warn("Claims could not be renewed; trying again", e);
        }
    }

    private Semaphore signal(Lane lane) {
        return Objects.requireNonNull(signals.get(lane));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reading-claims");
        thread.setDaemon(true);
        return thread;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
