package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sharedregistry.RegistryApplication;
import org.sharedregistry.search.Facet;
import org.sharedregistry.search.Filter;
import org.sharedregistry.search.IndexDrainer;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchQuery;
import org.sharedregistry.search.SearchQuery.Audience;
import org.sharedregistry.search.SearchQuery.Order;
import org.sharedregistry.search.SearchState;
import org.sharedregistry.search.SearchWatch;
import org.sharedregistry.search.elasticsearch.ElasticsearchServer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures search over generated goods: every kind of query through the API, beside the same query given to the index in
 * the same process. Prints what {@code docs/benchmarks.md} keeps.
 */
final class SearchBenchmark {

    private static final List<Integer> CONNECTIONS = List.of(1, 16);
    private static final int QUESTIONS = 1_000;
    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 3;
    private static final int SIZE_OF_ANSWER = 20;
    private static final Duration SLOWEST_FILLING = Duration.ofHours(3);

    private final ConfigurableApplicationContext context;
    private final SearchIndex index;
    private final int port;
    private final int goods;

    private SearchBenchmark(ConfigurableApplicationContext context, int goods) {
        this.context = context;
        this.index = context.getBean(SearchIndex.class);
        this.port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
        this.goods = goods;
    }

    /** @param arguments {@code lucene} or {@code elasticsearch}, and how many goods */
    public static void main(String[] arguments) throws Exception {
        int goods = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("lucene")) {
            Path home = Files.createTempDirectory("registry-benchmark");
            measure(home, goods, () -> bytes(home.resolve("search")));
        } else {
            try (ElasticsearchServer server = ElasticsearchServer.start()) {
                measure(
                        Files.createTempDirectory("registry-benchmark"),
                        goods,
                        () -> bytes(server.address()),
                        "--registry.search.engine=elasticsearch",
                        "--registry.search.elasticsearch.replicas=0",
                        "--registry.search.elasticsearch.hosts=" + server.address());
            }
        }
    }

    private static void measure(Path home, int goods, IndexSize size, String... settings) throws Exception {
        Stream<String> common = Stream.of(
                "--registry.home=" + home,
                "--server.port=0",
                "--server.tomcat.max-keep-alive-requests=-1",
                "--logging.level.root=error");
        try (ConfigurableApplicationContext context = SpringApplication.run(
                RegistryApplication.class,
                Stream.concat(common, Stream.of(settings)).toArray(String[]::new))) {
            new GeneratedRegistry(context.getBean(DataSource.class), context.getBean(JsonMapper.class), goods).fill();
            SearchBenchmark benchmark = new SearchBenchmark(context, goods);
            benchmark.fillIndex();
            System.out.printf("index: %,d bytes a goods entry%n", size.bytes() / goods);
            benchmark.measure();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private void fillIndex() {
        SearchWatch watch = context.getBean(SearchWatch.class);
        await().atMost(SLOWEST_FILLING).until(() -> !watch.state().isDegraded());
        String empty = Objects.requireNonNull(watch.state().generation());
        long start = System.nanoTime();
        context.getBean(IndexDrainer.class).rebuild();
        await().atMost(SLOWEST_FILLING).until(() -> isFilled(watch.state(), empty));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("filled with %,d goods in %.0f s: %.0f/s%n", goods, seconds, goods / seconds);
    }

    private static boolean isFilled(SearchState state, String before) {
        return !state.isDegraded() && !before.equals(state.generation());
    }

    private void measure() throws Exception {
        for (Kind kind : kinds()) {
            List<String> words = questions(kind);
            List<String> addresses = words.stream().map(kind::address).toList();
            new Load(2).run(() -> new HttpConnection(port), addresses, WARM_UP_SECONDS);
            for (int connections : CONNECTIONS) {
                Load load = new Load(connections);
                Load.Result direct = load.run(() -> new DirectConnection(index, kind), words, SECONDS);
                Load.Result api = load.run(() -> new HttpConnection(port), addresses, SECONDS);
                System.out.printf(
                        "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                        kind.name(),
                        connections,
                        direct.median(),
                        direct.p99(),
                        api.median(),
                        api.p99(),
                        api.median() / direct.median());
            }
        }
    }

    private List<String> questions(Kind kind) {
        Random random = new Random(20_261_124);
        return IntStream.range(0, QUESTIONS)
                .mapToObj(i -> kind.words().apply(random))
                .toList();
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(Kind.of("a word", SearchBenchmark::word));
        kinds.add(Kind.of("two words", random -> word(random) + " " + word(random)));
        kinds.add(Kind.of("a name and a model", random -> "холодильник РК-" + random.nextInt(goods)));
        kinds.add(Kind.of("a registry number", random -> new GeneratedEntry(random.nextInt(goods)).registryNumber()));
        kinds.add(Kind.of("an HS code", random -> "8418 10 200 1"));
        kinds.add(Kind.of("a phrase", random -> "\"руководством по эксплуатации\" " + word(random)));
        kinds.add(Kind.of("a beginning", random -> word(random).substring(0, 4) + "*"));
        kinds.add(Kind.of("a misspelt word", random -> misspelt("электродвигатель", random)));
        kinds.add(Kind.of("a word and not another", random -> word(random) + " -насос"));
        kinds.add(new Kind(
                "a word, filters, facets",
                SearchBenchmark::word,
                "&state=BY&hs=84&facets=state,hs,regulation",
                List.of(Filter.of("state", "BY"), Filter.of("hsChapter", "84")),
                List.of(Facet.of("state"), Facet.of("hsChapter"), Facet.of("regulation"))));
        return kinds;
    }

    /** Of four letters at least. */
    private static String word(Random random) {
        String word = GeneratedPaper.words(random, 1);
        return word.length() < 4 ? word(random) : word;
    }

    private static String misspelt(String word, Random random) {
        int place = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, place) + word.substring(place + 1);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long bytes(URI elasticsearch) {
        String sizes = RestClient.create(elasticsearch)
                .get()
                .uri("/_cat/indices?h=store.size&bytes=b")
                .retrieve()
                .body(String.class);
        return Objects.requireNonNull(sizes)
                .lines()
                .mapToLong(line -> Long.parseLong(line.strip()))
                .sum();
    }

    private interface IndexSize {
        long bytes() throws IOException;
    }

    /**
     * A kind of query.
     *
     * @param parameters of the API that ask for the filters and facets
     */
    private record Kind(
            String name, Function<Random, String> words, String parameters, List<Filter> filters, List<Facet> facets) {

        static Kind of(String name, Function<Random, String> words) {
            return new Kind(name, words, "", List.of(), List.of());
        }

        String address(String typed) {
            return "/api/v1/goods?q=" + URLEncoder.encode(typed, UTF_8) + parameters;
        }

        SearchQuery query(String typed) {
            return new SearchQuery(
                    "goods", typed, Audience.PUBLIC, filters, facets, Order.RELEVANCE, SIZE_OF_ANSWER, null);
        }
    }

    /** Asks the index itself. */
    private record DirectConnection(SearchIndex index, Kind kind) implements Load.Connection {

        @Override
        public void ask(String typed) {
            index.search(kind.query(typed));
        }

        @Override
        public void close() {}
    }
}
