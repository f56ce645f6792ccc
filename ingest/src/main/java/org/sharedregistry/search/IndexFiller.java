package org.sharedregistry.search;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.TextAnalysis;
import org.sharedregistry.search.Fillings.Wanted;
import org.sharedregistry.search.IndexChanges.IndexChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the index filled anew when it is lost, was analysed by a former version, or an operator wants it, beside the old
 * one, which is searched until the new one has been found to hold what the database does.
 *
 * <p>Belongs to the one thread that takes in changes, so that nothing is written while the two are compared.
 */
@Component
class IndexFiller {

    private static final Logger log = LoggerFactory.getLogger(IndexFiller.class);

    /** The beginning of the name of every generation whose terms are those of today. */
    private static final String CURRENT = "analysis-" + TextAnalysis.VERSION + "-";

    private static final int CHANGES_A_ROUND = 500;

    /** Each takes a connection to the database, and a processor that requests would like to have. */
    private static final int MOST_THREADS = 4;

    /** Filling is work: what came out wrong twice will hardly come out right at once. */
    private static final long REST_AFTER_DIFFERENCES_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final Fillings fillings;
    private final SearchIndex index;
    private final IndexLoader loader;
    private final IndexChanges changes;
    private final TransactionTemplate snapshot;
    private @Nullable Filling filling;
    private int differences;
    private long restingSince;

    IndexFiller(
            Fillings fillings,
            SearchIndex index,
            IndexLoader loader,
            IndexChanges changes,
            PlatformTransactionManager transactions) {
        this.fillings = fillings;
        this.index = index;
        this.loader = loader;
        this.changes = changes;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Begins, goes on with or concludes a filling where there is something to do. Afterwards there is a generation to write
     * to.
     *
     * @param onEnd called from another thread when there is something to conclude
     */
    void tend(Runnable onEnd) throws InterruptedException {
        Filling current = filling;
        if (current != null && current.isDone()) {
            filling = null;
            current.get();
            conclude(current.generation());
        } else if (current == null) {
            if (!isCurrent()) {
                fillings.want();
            }
            Wanted wanted = fillings.wanted().orElse(null);
            if (wanted != null && !isResting(wanted)) {
                filling = fill(generation(wanted), onEnd);
            }
        }
    }

    /** Leaves off, for whoever does this next to go on. */
    void stop() throws InterruptedException {
        if (filling != null) {
            filling.stop();
            filling = null;
        }
    }

    private boolean isCurrent() {
        return index.activeGeneration()
                .filter(generation -> generation.startsWith(CURRENT))
                .isPresent();
    }

    private boolean isResting(Wanted wanted) {
        return wanted.differs() && differences > 0 && System.nanoTime() - restingSince < REST_AFTER_DIFFERENCES_NANOS;
    }

    /** The one that was begun already, or a new one. */
    private String generation(Wanted wanted) {
        String begun = index.begunGeneration().orElse(null);
        if (begun != null && begun.equals(wanted.generation()) && begun.startsWith(CURRENT)) {
            log.info("Going on to fill the search index, as generation {}", begun);
            return begun;
        }
        String generation = CURRENT + UUID.randomUUID();
        log.info("Filling the search index anew, as generation {}", generation);
        index.beginGeneration(generation);
        return generation;
    }

    private Filling fill(String generation, Runnable onEnd) {
        fillings.begin(generation, loader.sources());
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        return new Filling(generation, fillings, loader, index, threads, onEnd);
    }

    private void conclude(String generation) {
        Inventory known = takeAllIn();
        Inventory filled = index.inventory(generation);
        if (filled.equals(known)) {
            index.activateGeneration(generation);
            fillings.finish(generation);
            differences = 0;
            log.info(
                    "The search index holds {} entries, as the database does, and is searched from now on",
                    filled.entries());
            return;
        }
        log.error(
                "The search index was filled with {} entries (checksum {}) where the database has {} (checksum {})",
                filled.entries(),
                filled.checksum(),
                known.entries(),
                known.checksum());
        differences++;
        if (differences % 2 == 1) {
            fillings.wantAnother();
        } else {
            fillings.differs();
            restingSince = System.nanoTime();
        }
    }

    /**
     * Takes in what has changed, up to one moment for all. It goes to the new generation alone, which so becomes whole even
     * where the old one takes no writes any more; the changes stay to be taken in.
     *
     * @return what the database has at that moment, and the generation now too
     */
    private Inventory takeAllIn() {
        return snapshot.execute(moment -> {
            List<IndexChange> some = changes.oldest(CHANGES_A_ROUND);
            while (!some.isEmpty()) {
                IndexChange.byKind(some).forEach((kind, subjects) -> loader.load(kind, subjects, index::fill));
                some = changes.behind(some.get(some.size() - 1).sequence(), CHANGES_A_ROUND);
            }
            Inventory.Count count = new Inventory.Count();
            loader.sources().forEach(source -> source.ids(count::add));
            return count.inventory();
        });
    }
}
