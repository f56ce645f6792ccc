package org.sharedregistry.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sharedregistry.database.TestDatabase;
import org.sharedregistry.storage.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReadingQueueIT {

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private ReadingQueue queue;

    @BeforeEach
    void createTheQueue() {
        var database = TestDatabase.create().dataSource();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/ingest")
                .defaultSchema("registry")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        queue = new ReadingQueue(jdbc);
    }

    @Test
    void letsASingleFileGoNextHoweverManyAnotherOwnerHasQueued() {
        queue("bulk", 1, 1_000);
        finish(claim());
        finish(claim());
        queue("small", 2_000, 1);

        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Claim next = claim();
            owners.add(next.owner());
            finish(next);
        }

        assertThat(owners).contains("small");
    }

    @Test
    void takesTurnsBetweenOwnersWhoAllHaveMany() {
        queue("first", 1, 30);
        queue("second", 101, 30);
        queue("third", 201, 30);

        List<String> owners =
                IntStream.range(0, 30).mapToObj(i -> claim().owner()).toList();

        assertThat(Set.of("first", "second", "third"))
                .allSatisfy(
                        owner -> assertThat(owners).filteredOn(owner::equals).hasSize(10));
    }

    @Test
    void givesNobodyCreditForTheTimeInWhichTheyHadNothingToRead() {
        queue("steady", 1, 100);
        for (int i = 0; i < 50; i++) {
            finish(claim());
        }
        queue("newcomer", 1_001, 50);

        List<String> owners =
                IntStream.range(0, 20).mapToObj(i -> claim().owner()).toList();

        assertThat(owners).filteredOn("steady"::equals).hasSizeBetween(9, 11);
    }

    @Test
    void queuesAnOriginalOnceAndKeepsItsTurn() {
        queue("first", 1, 2);
        queue("second", 1, 1);

        assertThat(claim().owner()).isEqualTo("first");
        assertThat(claim().owner()).isEqualTo("first");
        assertThat(queue.claim(Lane.QUICK)).isEmpty();
    }

    @Test
    void givesEachOriginalToOneOfManyWorkers() throws Exception {
        queue("owner", 1, 200);
        Callable<List<ContentHash>> worker = () -> {
            List<ContentHash> claimed = new ArrayList<>();
            for (var next = queue.claim(Lane.QUICK); next.isPresent(); next = queue.claim(Lane.QUICK)) {
                claimed.add(next.get().original());
            }
            return claimed;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<ContentHash> all = new ArrayList<>();
            for (Future<List<ContentHash>> each : threads.invokeAll(List.of(worker, worker, worker, worker))) {
                all.addAll(each.get());
            }
            assertThat(all).hasSize(200).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void letsAnotherTakeOverWhatIsNoLongerRenewedAndVoidsTheFirstOnesWork() {
        queue("owner", 1, 1);
        Claim lost = claim();
        assertThat(queue.claim(Lane.QUICK)).isEmpty();
        letLeasesRunOut();

        Claim taken = claim();

        assertThat(taken.original()).isEqualTo(lost.original());
        assertThat(taken.attempt()).isEqualTo(2);
        assertThatThrownBy(() -> finish(lost)).isInstanceOf(Claim.Lost.class);
        finish(taken);
        assertThat(queue.claim(Lane.QUICK)).isEmpty();
    }

    @Test
    void keepsAClaimThatIsRenewed() {
        queue("owner", 1, 1);
        Claim held = claim();
        letLeasesRunOut();
        queue.renew(Set.of(held.id()));

        assertThat(queue.claim(Lane.QUICK)).isEmpty();
        finish(held);
    }

    @Test
    void holdsAnOriginalBackUntilItsPauseIsOverWithoutHoldingUpOthers() {
        queue("owner", 1, 2);
        Claim first = claim();
        queue.postpone(first, Duration.ofHours(1));

        assertThat(claim().original()).isNotEqualTo(first.original());
        assertThat(queue.claim(Lane.QUICK)).isEmpty();
        jdbc.sql("update reading_queue set due_at = now()").update();
        Claim again = claim();
        assertThat(again.original()).isEqualTo(first.original());
        assertThat(again.attempt()).isEqualTo(2);
        queue.giveBack(again, Duration.ZERO);
        assertThat(claim().attempt()).isEqualTo(2);
    }

    @Test
    void movesAnOriginalToTheOtherLane() {
        queue("owner", 1, 1);
        Claim quick = claim();
        transaction.executeWithoutResult(status -> queue.move(quick, Lane.SLOW));

        assertThat(queue.claim(Lane.QUICK)).isEmpty();
        assertThat(queue.claim(Lane.SLOW).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void countsWhatAnOwnerHasWaitingUpToALimit() {
        queue("owner", 1, 5);
        assertThat(queue.count("owner", 3)).isEqualTo(3);
        assertThat(queue.count("owner", 10)).isEqualTo(5);
    }

    private void queue(String owner, int first, int count) {
        List<ContentHash> hashes = IntStream.range(first, first + count)
                .mapToObj(ReadingQueueIT::hash)
                .toList();
        jdbc.sql("""
                        insert into original (sha256, size, file_name, state)
                        select sha256, 1, 'file', 'RECEIVED' from unnest(:hashes) as sha256 on conflict do nothing
                        """)
                .param("hashes", hashes.stream().map(ContentHash::hex).toArray(String[]::new))
                .update();
        transaction.executeWithoutResult(status -> queue.add(hashes, Lane.QUICK, owner));
    }

    private Claim claim() {
        return queue.claim(Lane.QUICK).orElseThrow();
    }

    private void finish(Claim claim) {
        transaction.executeWithoutResult(status -> queue.finish(claim));
    }

    private void letLeasesRunOut() {
        jdbc.sql("update reading_queue set leased_until = now() - interval '1 second'")
                .update();
    }

    private static ContentHash hash(int number) {
        return new ContentHash(String.format("%064x", number));
    }
}
