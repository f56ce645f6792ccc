package org.sharedregistry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sharedregistry.search.Ask.ask;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.database.TestDatabase;
import org.sharedregistry.search.SearchState.Degradation;
import org.sharedregistry.search.lucene.LuceneSearchIndex;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The index is filled from the database: by several threads, resumed, checked, by one process of several. */
class IndexFillingIT {

    private static final int MANY = 1_000;

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final List<AnnotationConfigApplicationContext> processes = new ArrayList<>();
    private final SomeGoods goods = new SomeGoods(numbers(0, MANY));
    private LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = new LuceneSearchIndex(folder.resolve("search"));
    }

    @AfterEach
    void close() {
        goods.letGo();
        processes.forEach(AnnotationConfigApplicationContext::close);
        index.close();
    }

    @Test
    void fillsAnIndexThatIsNotThere() {
        goods.breakAt(numbers(0, MANY));
        AnnotationConfigApplicationContext process = start(goods);
        waiting()
                .until(() -> state(process).degradation() == Degradation.EMPTY
                        && state(process).filling() != null);
        assertThat(Objects.requireNonNull(state(process).filling()).total()).isEqualTo(MANY);

        goods.repair();
        awaitTotal(MANY);
        waiting().until(() -> !state(process).isDegraded());

        assertThat(state(process).generation())
                .isEqualTo(index.activeGeneration().orElseThrow());
        assertThat(state(process).filling()).isNull();
    }

    @Test
    void goesOnWhereAProcessStopped() {
        goods.breakAt(numbers(500, MANY));
        start(goods);
        waiting().until(() -> lastFinished().equals("00499"));
        stopAll();
        String generation = index.begunGeneration().orElseThrow();
        index.close();
        goods.repair();
        open();
        start(goods);
        awaitTotal(MANY);

        assertThat(index.activeGeneration()).contains(generation);
        assertThat(goods.loaded()).hasSize(500).allMatch(subject -> subject.compareTo("00499") > 0);
    }

    @Test
    void takesInChangesWhileItIsFilled() {
        AnnotationConfigApplicationContext process = start(goods);
        awaitTotal(MANY);
        String before = index.activeGeneration().orElseThrow();
        goods.holdFilling();
        process.getBean(IndexDrainer.class).rebuild();
        waiting().until(() -> index.begunGeneration().isPresent());
        add(process, "00000x");
        awaitTotal(MANY + 1);
        assertThat(index.activeGeneration()).contains(before);

        goods.letGo();
        waiting()
                .until(() -> index.activeGeneration()
                        .filter(name -> !name.equals(before))
                        .isPresent());
        assertThat(total()).isEqualTo(MANY + 1);
    }

    @Test
    void noticesALostEntryBeforeTheIndexIsSearchedAndFillsAnew() {
        goods.loseOnce("00300");
        start(goods);
        awaitTotal(MANY);

        assertThat(goods.loaded()).hasSize(2 * MANY);
    }

    @Test
    void keepsToTheOldIndexWhenTheNewOneComesOutWrongTwice() {
        AnnotationConfigApplicationContext process = start(goods);
        awaitTotal(MANY);
        String before = index.activeGeneration().orElseThrow();
        goods.repair();
        goods.lose("00300");
        process.getBean(IndexDrainer.class).rebuild();
        waiting().until(() -> state(process).degradation() == Degradation.DIFFERENT);

        assertThat(goods.loaded()).hasSize(2 * MANY);
        assertThat(index.activeGeneration()).contains(before);
        assertThat(total()).isEqualTo(MANY);

        goods.repair();
        process.getBean(IndexDrainer.class).rebuild();
        awaitAnotherThan(before);
        waiting().until(() -> !state(process).isDegraded());

        assertThat(goods.loaded()).hasSize(MANY);
    }

    @Test
    void restsWhenNothingComesOutRightAndGoesOnTakingInChanges() {
        goods.lose("00300");
        AnnotationConfigApplicationContext process = start(goods);
        waiting()
                .until(() -> jdbc.sql("select exists (select from registry.index_filling where differs)")
                        .query(Boolean.class)
                        .single());
        for (String subject : List.of("00000x", "00000y", "00000z")) {
            add(process, subject);
            waiting().until(() -> state(process).behind() == 0 && goods.loaded().contains(subject));
        }
        assertThat(goods.loaded()).hasSize(2 * MANY + 3);
        assertThat(state(process).degradation()).isEqualTo(Degradation.EMPTY);

        goods.repair();
        process.getBean(IndexDrainer.class).rebuild();
        awaitTotal(MANY + 3);
    }

    @Test
    void isWrittenByOneProcessUntilThatIsGone() {
        SomeGoods others = goods.elsewhere();
        AnnotationConfigApplicationContext first = start(goods);
        awaitTotal(MANY);
        AnnotationConfigApplicationContext second = start(others);
        waiting().until(() -> !state(second).isDegraded());
        add(second, "00000x");
        awaitTotal(MANY + 1);
        assertThat(others.loaded()).isEmpty();

        goods.hold();
        add(second, "00000y");
        waiting().until(() -> goods.loaded().contains("00000y"));
        // The first hangs, and PostgreSQL finds its connection broken.
        jdbc.sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
                .query()
                .listOfRows();
        awaitTotal(MANY + 2);
        assertThat(others.loaded()).containsExactly("00000y");

        goods.letGo();
        add(first, "00000z");
        awaitTotal(MANY + 3);
        assertThat(others.loaded()).containsExactly("00000y", "00000z");

        second.close();
        add(first, "00000zz");
        awaitTotal(MANY + 4);
    }

    @Test
    void fillsAnIndexAnewWhoseFilesVanishWhileItIsSearched() throws Exception {
        AnnotationConfigApplicationContext process = start(goods);
        awaitTotal(MANY);
        String before = index.activeGeneration().orElseThrow();
        FileSystemUtils.deleteRecursively(folder.resolve("search"));

        waiting()
                .until(() -> index.activeGeneration()
                        .filter(name -> !name.equals(before))
                        .isPresent());
        assertThat(total()).isEqualTo(MANY);
        waiting().until(() -> !state(process).isDegraded());
    }

    private AnnotationConfigApplicationContext start(SomeGoods source) {
        AnnotationConfigApplicationContext process = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "spring.datasource.hikari.maximum-pool-size=6",
                        "spring.datasource.hikari.minimum-idle=0",
                        "spring.flyway.locations=classpath:db/migration/ingest",
                        "spring.flyway.default-schema=registry")
                .applyTo(process);
        process.register(EngineApart.class);
        process.registerBean(SomeGoods.class, () -> source);
        // Processes share it here as they share a cluster; none closes it.
        process.registerBean(SearchIndex.class, () -> index, bean -> bean.setDestroyMethodName(""));
        process.refresh();
        processes.add(process);
        return process;
    }

    private void stopAll() {
        processes.forEach(AnnotationConfigApplicationContext::close);
        processes.clear();
    }

    private void add(AnnotationConfigApplicationContext process, String subject) {
        goods.add(subject);
        process.getBean(IndexChanges.class).addAll(goods.kind(), Set.of(subject));
    }

    private String lastFinished() {
        return jdbc.sql("select last from registry.index_filled")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void awaitAnotherThan(String generation) {
        waiting()
                .until(() -> index.activeGeneration()
                        .filter(name -> !name.equals(generation))
                        .isPresent());
    }

    private void awaitTotal(long total) {
        waiting().ignoreException(SearchUnavailable.class).until(() -> total() == total);
    }

    private long total() {
        return index.search(ask("насос").as("BY").query()).total();
    }

    private static SearchState state(AnnotationConfigApplicationContext process) {
        return process.getBean(SearchWatch.class).state();
    }

    private static ConditionFactory waiting() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(50));
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj("%05d"::formatted).toList();
    }

    @ComponentScan(
            basePackages = "org.sharedregistry.search",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org.sharedregistry.search.(.*IT.*|lucene.*|elasticsearch.*)"))
    @EnableAutoConfiguration
    static class EngineApart {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
