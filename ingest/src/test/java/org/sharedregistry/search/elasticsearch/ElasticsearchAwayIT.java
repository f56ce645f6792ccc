package org.sharedregistry.search.elasticsearch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sharedregistry.search.Ask.ask;
import static org.sharedregistry.search.SomeEntry.someEntry;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sharedregistry.database.TestDatabase;
import org.sharedregistry.search.IndexChanges;
import org.sharedregistry.search.IndexDrainer;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchState.Degradation;
import org.sharedregistry.search.SearchUnavailable;
import org.sharedregistry.search.SearchWatch;
import org.sharedregistry.search.SomeGoods;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Elasticsearch goes away under load and comes back, beneath the whole of search: changes in the database, drainer, engine. */
class ElasticsearchAwayIT {

    @Test
    void takesInEverythingOnceItIsBack() {
        try (ElasticsearchServer server = ElasticsearchServer.start()) {
            runner(server).run(context -> {
                SearchIndex index = context.getBean(SearchIndex.class);
                add(context, 0, 500);
                awaitTotal(index, 500);
                String generation = index.activeGeneration().orElseThrow();

                AtomicBoolean stop = new AtomicBoolean();
                AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
                Thread searches = new Thread(() -> searchUntil(stop, index, wrong));
                searches.start();
                add(context, 500, 2_000);
                server.kill();
                add(context, 2_000, 2_100);
                assertThatThrownBy(() -> total(index)).isInstanceOf(SearchUnavailable.class);
                assertThatThrownBy(() -> index.suggest("goods", "на", 1)).isInstanceOf(SearchUnavailable.class);
                assertThatThrownBy(index::activeGeneration).isInstanceOf(SearchUnavailable.class);
                assertThatThrownBy(() -> index.write(List.of(someEntry("id").put())))
                        .isInstanceOf(SearchUnavailable.class);

                try (ElasticsearchServer again = server.again()) {
                    awaitTotal(index, 2_100);
                    stop.set(true);
                    searches.join();
                    assertThat(wrong.get()).isNull();
                    assertThat(index.activeGeneration()).contains(generation);

                    again.delete("registry-*");
                    add(context, 2_100, 2_101);
                    awaitTotal(index, 2_101);
                }
            });
        }
    }

    @Test
    void tellsThatItIsAwayAndFillsAnIndexAnewThatIsLostForGood() {
        try (ElasticsearchServer server = ElasticsearchServer.start()) {
            runner(server).run(context -> {
                SearchIndex index = context.getBean(SearchIndex.class);
                SearchWatch watch = context.getBean(SearchWatch.class);
                add(context, 0, 500);
                awaitTotal(index, 500);
                waiting().until(() -> !watch.state().isDegraded());
                String before = index.activeGeneration().orElseThrow();

                server.kill();
                waiting().until(() -> watch.state().degradation() == Degradation.UNREACHABLE);
                server.loseContents();
                try (ElasticsearchServer again = server.again()) {
                    waiting()
                            .ignoreException(SearchUnavailable.class)
                            .until(() -> index.activeGeneration().isPresent());
                    assertThatThrownBy(() -> total(index)).isInstanceOf(SearchUnavailable.class);
                    add(context, 500, 600);
                    context.getBean(IndexDrainer.class).rebuild();
                    awaitTotal(index, 600);
                    waiting().until(() -> !watch.state().isDegraded());

                    assertThat(index.activeGeneration()).isPresent().get().isNotEqualTo(before);
                    assertThat(again.indices("registry-")).hasSize(2);
                }
            });
        }
    }

    private static void add(ApplicationContext context, int from, int to) {
        List<String> added =
                IntStream.range(from, to).mapToObj(Integer::toString).toList();
        added.forEach(context.getBean(SomeGoods.class)::add);
        context.getBean(IndexChanges.class).addAll("goods", added);
    }

    private static void searchUntil(AtomicBoolean stop, SearchIndex index, AtomicReference<@Nullable Throwable> wrong) {
        while (!stop.get()) {
            try {
                assertThat(total(index)).isGreaterThanOrEqualTo(500);
            } catch (SearchUnavailable e) {
                Thread.onSpinWait();
            } catch (Throwable e) {
                wrong.set(e);
                return;
            }
        }
    }

    private static void awaitTotal(SearchIndex index, long total) {
        waiting().ignoreException(SearchUnavailable.class).until(() -> total(index) == total);
    }

    private static ConditionFactory waiting() {
        return await().atMost(120, SECONDS);
    }

    private static long total(SearchIndex index) {
        return index.search(ask("насос").as("BY").query()).total();
    }

    private static ApplicationContextRunner runner(ElasticsearchServer server) {
        return new ApplicationContextRunner()
                .withInitializer(new TestDatabase.Initializer())
                .withUserConfiguration(Everything.class)
                .withPropertyValues(
                        "spring.flyway.locations=classpath:db/migration/ingest",
                        "spring.flyway.default-schema=registry",
                        "registry.search.engine=elasticsearch",
                        "registry.search.elasticsearch.hosts=" + server.address(),
                        "registry.search.elasticsearch.replicas=0");
    }

    @ComponentScan("org.sharedregistry.search")
    @ConfigurationPropertiesScan("org.sharedregistry.search")
    @EnableAutoConfiguration
    static class Everything {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SomeGoods goods() {
            return new SomeGoods(List.of());
        }
    }
}
