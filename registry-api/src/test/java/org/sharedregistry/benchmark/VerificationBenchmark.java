package org.sharedregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryApplication;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Role;
import org.sharedregistry.benchmark.Statements.Noted;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures verification over generated registries, each beside an endpoint that does nothing and the bare SELECT in the
 * same run. Prints what {@code docs/benchmarks.md} keeps, and the plans of all statements of one verification.
 */
final class VerificationBenchmark {

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP_SECONDS = 40;
    private static final int SECONDS = 15;
    private static final int DRAWN = 100_000;
    private static final int HOT = 1_000;
    private static final int CHECKED = 500;
    private static final int LINES = 10_000;
    private static final int DAYS = 140;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);

    private static final List<Profile.Part> PARTS = Stream.of(
                    "org.sharedregistry.identifier",
                    "org.sharedregistry.recognition",
                    "org.sharedregistry",
                    "tools.jackson",
                    "org.postgresql",
                    "com.zaxxer.hikari",
                    "org.springframework.jdbc",
                    "org.springframework.security",
                    "org.springframework.context.support",
                    "org.springframework",
                    "io.micrometer",
                    "org.apache")
            .map(prefix -> new Profile.Part(prefix, prefix))
            .toList();

    private final ConfigurableApplicationContext context;
    private final int port;
    private final int size;
    private final Random random = new Random(20_261_123);
    private final SeriesKeys keys = new SeriesKeys();
    private final Load load = new Load(CONNECTIONS);

    private VerificationBenchmark(ConfigurableApplicationContext context, int size) {
        this.context = context;
        this.port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
        this.size = size;
    }

    /**
     * @param arguments sizes of registries; 1,000, 100,000 and 1,000,000 goods when there are none; those that begin with
     *     {@code --} are settings
     */
    public static void main(String[] arguments) throws Throwable {
        List<String> settings =
                Arrays.stream(arguments).filter(each -> each.startsWith("--")).toList();
        int[] sizes = Arrays.stream(arguments)
                .filter(each -> !each.startsWith("--"))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (sizes.length == 0) {
            sizes = new int[] {1_000, 100_000, 1_000_000};
        }
        List<Double> medians = new ArrayList<>();
        for (int size : sizes) {
            medians.add(measure(size, settings));
        }
        for (int i = 0; i < sizes.length; i++) {
            System.out.printf(
                    "%,11d goods: median %.2f ms, %.2f times the first%n",
                    sizes[i], medians.get(i), medians.get(i) / medians.get(0));
        }
    }

    private static double measure(int size, List<String> settings) throws Throwable {
        Path home = Files.createTempDirectory("registry-benchmark");
        SpringApplication application =
                new SpringApplication(RegistryApplication.class, ConstantAnswer.class, Statements.class);
        try (ConfigurableApplicationContext context = application.run(Stream.concat(
                        Stream.of(
                                "--registry.home=" + home,
                                "--server.port=0",
                                "--server.tomcat.max-keep-alive-requests=-1",
                                "--logging.level.root=error"),
                        settings.stream())
                .toArray(String[]::new))) {
            new GeneratedRegistry(context.getBean(DataSource.class), context.getBean(JsonMapper.class), size).fill();
            return new VerificationBenchmark(context, size).measure();
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private double measure() throws Throwable {
        check();
        List<String> hot = drawn(HOT).stream().map(DrawnNumber::question).toList();
        load.run(this::http, everNew(), WARM_UP_SECONDS);
        load.run(this::http, List.of("/api/v1/constant"), WARM_UP_SECONDS / 8);
        Load.Result constant = run("constant answer", this::http, List.of("/api/v1/constant"));
        Load.Result select = run("bare SELECT by key", this::select, keys());
        Load.Result verification = run("verification, new", this::http, everNew());
        Load.Result repeated = run("verification, hot", this::http, hot);
        System.out.printf(
                "verification / constant %.3f, / SELECT %.3f; of %,d questions again and again / constant %.3f%n",
                verification.perSecond() / constant.perSecond(),
                verification.perSecond() / select.perSecond(),
                HOT,
                repeated.perSecond() / constant.perSecond());
        printPlans();
        String apiKey = context.getBean(Accounts.class)
                .create("benchmark", Role.OFFICER, "RU", null)
                .apiKey();
        new BatchBenchmark(context.getBean(DataSource.class), port, apiKey).print(() -> drawn(LINES));
        new Profile(PARTS, thread -> thread.startsWith("http-nio"))
                .print(() -> load.run(this::http, everNew(), SECONDS));
        return verification.median();
    }

    private Load.Result run(String name, Load.Server server, List<String> questions)
            throws IOException, InterruptedException, ExecutionException {
        Processors start = Processors.now();
        Load.Result result = load.run(server, questions, SECONDS);
        Processors used = Processors.now().since(start);
        double each = 1_000 / (double) result.count();
        System.out.printf(
                "%-20s %7.0f/s, median %6.2f ms, p99 %6.2f ms; processor: load %2.0f %%, server %2.0f %%, database %2.0f %%,"
                        + " others %2.0f %%, %.2f + %.2f ms each%n",
                name,
                result.perSecond(),
                result.median(),
                result.p99(),
                100 * result.askingSeconds() / used.available(),
                100 * (used.registry() - result.askingSeconds()) / used.available(),
                100 * used.database() / used.available(),
                100 * (used.machine() - used.registry() - used.database()) / used.available(),
                each * (used.registry() - result.askingSeconds()),
                each * used.database());
        return result;
    }

    /** What is measured must be what is meant: nearly all of the goods are recognised. */
    private void check() {
        Client client = new Client("http://localhost:" + port, null);
        Map<String, Long> verdicts = drawn(CHECKED).stream()
                .map(each -> client.get(
                                "/api/v1/verifications", "number", each.number(), "destination", each.destination())
                        .at("/verdict"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        System.out.println("of " + CHECKED + ": " + verdicts);
        if (verdicts.getOrDefault("RECOGNIZED", 0L) < CHECKED * 0.9) {
            throw new IllegalStateException("The generated goods are not what they are meant to be");
        }
    }

    /** Every statement of one verification, when the server has answered many: how long it took, and its plan. */
    private void printPlans() throws Throwable {
        Client client = new Client("http://localhost:" + port, null);
        DrawnNumber asked = drawn(1).get(0);
        List<Noted> noted = context.getBean(Statements.class)
                .during(() -> client.get(
                        "/api/v1/verifications",
                        "number",
                        asked.number(),
                        "destination",
                        asked.destination(),
                        "lang",
                        "be"));
        System.out.println(noted.size() + " statements for " + asked.number());
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            for (Noted each : noted) {
                each.print(connection);
            }
        }
    }

    private Load.Connection http() throws IOException {
        return new HttpConnection(port);
    }

    private Load.Connection select() throws SQLException {
        return new SelectConnection(context.getBean(DataSource.class));
    }

    private List<DrawnNumber> drawn(int count) {
        return DrawnNumber.draw(random, keys, count, size);
    }

    private List<String> keys() {
        return drawn(DRAWN).stream().map(DrawnNumber::key).toList();
    }

    /** Questions no two of which are the same, as far as chance allows: their answers must be worked out. */
    private List<String> everNew() {
        List<DrawnNumber> drawn = drawn(DRAWN);
        return IntStream.range(0, DRAWN)
                .mapToObj(i -> drawn.get(i).question() + "&on=" + FIRST_DAY.plusDays(i % DAYS))
                .toList();
    }
}
