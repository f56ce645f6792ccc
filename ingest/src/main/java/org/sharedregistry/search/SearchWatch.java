package org.sharedregistry.search;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.IndexChanges.Backlog;
import org.sharedregistry.search.SearchState.Degradation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every second how search is, so that nobody who wants to know has to wait for an engine that does not answer. */
@Component
public class SearchWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SearchWatch.class);

    private static final long PERIOD_MILLIS = 1_000;

    /** Of the oldest change that waits, for the index to count as lagging. */
    private static final Duration LAG = Duration.ofMinutes(1);

    private final SearchIndex index;
    private final IndexChanges changes;
    private final Fillings fillings;
    private final Clock clock;
    private volatile SearchState state;
    private volatile @Nullable Thread thread;

    SearchWatch(SearchIndex index, IndexChanges changes, Fillings fillings, Clock clock) {
        this.index = index;
        this.changes = changes;
        this.fillings = fillings;
        this.clock = clock;
        state = new SearchState(Degradation.UNKNOWN, clock.instant(), null, 0, null);
    }

    /** As last seen, a second ago if the engine answers. */
    public SearchState state() {
        return state;
    }

    @Override
    public void start() {
        Thread watch = new Thread(this::watch, "search-watch");
        thread = watch;
        watch.start();
    }

    @Override
    public void stop() {
        Thread watch = thread;
        thread = null;
        if (watch != null) {
            watch.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void watch() {
        try {
            while (isRunning()) {
                look();
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            // As stop wants it.
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            Backlog backlog = changes.backlog();
            boolean differs = fillings.wanted().filter(Fillings.Wanted::differs).isPresent();
            SearchState.Filling filling = fillings.progress().orElse(null);
            try {
                String generation = searched().orElse(null);
                become(degradation(generation, differs, backlog), generation, backlog, filling);
            } catch (SearchUnavailable e) {
                become(Degradation.UNREACHABLE, null, backlog, filling);
            }
        } catch (RuntimeException e) {
            // The edge of this thread: without the database search is the least of the troubles.
            log.debug("It cannot be told how search is", e);
            become(Degradation.UNKNOWN, null, new Backlog(state.behind(), Duration.ZERO), null);
        }
    }

    /** The active generation, if there is one, having asked it something that nothing is found by. */
    private Optional<String> searched() {
        Optional<String> active = index.activeGeneration();
        if (active.isPresent()) {
            index.suggest("", "0", 1);
        }
        return active;
    }

    private static @Nullable Degradation degradation(@Nullable String generation, boolean differs, Backlog backlog) {
        if (generation == null) {
            return Degradation.EMPTY;
        }
        if (differs) {
            return Degradation.DIFFERENT;
        }
        return backlog.age().compareTo(LAG) > 0 ? Degradation.BEHIND : null;
    }

    private void become(
            @Nullable Degradation degradation,
            @Nullable String generation,
            Backlog backlog,
            SearchState.@Nullable Filling filling) {
        SearchState before = state;
        boolean same = degradation == before.degradation();
        state = new SearchState(
                degradation, same ? before.since() : clock.instant(), generation, backlog.changes(), filling);
        if (!same) {
            log.info("Search is {}", degradation == null ? "ready" : "degraded: " + degradation.sentence());
        }
    }
}
