package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryApplication;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.benchmark.LookAlike.Legible;
import org.sharedregistry.benchmark.Statements.Noted;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how often, and how fast, the attestation that a paper is about comes first among many that are alike, by how
 * much of its number was legible; beside the bare SELECT by key in the same run. Prints what {@code docs/benchmarks.md}
 * keeps, and the plans of the statements at the largest size.
 */
final class ResolutionBenchmark {

    private static final int PAPERS = 50;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;

    private final ConfigurableApplicationContext context;
    private final Client client;
    private final SeriesKeys keys = new SeriesKeys();

    private ResolutionBenchmark(ConfigurableApplicationContext context) {
        this.context = context;
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        String apiKey = context.getBean(Accounts.class)
                .create("benchmark", Role.AUTHORITY, "RU", null)
                .apiKey();
        this.client = new Client("http://localhost:" + port, apiKey);
    }

    /** @param arguments how many attestations there are to be, rising; 10,000 and 100,000 and 1,000,000 when not said */
    public static void main(String[] arguments) throws Throwable {
        int[] sizes = arguments.length == 0
                ? new int[] {10_000, 100_000, 1_000_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        Path home = Files.createTempDirectory("registry-benchmark");
        SpringApplication application = new SpringApplication(RegistryApplication.class, Statements.class);
        try (ConfigurableApplicationContext context =
                application.run("--registry.home=" + home, "--server.port=0", "--logging.level.root=error")) {
            new ResolutionBenchmark(context).measure(sizes);
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    private void measure(int... sizes) throws Throwable {
        LookAlikes attestations = new LookAlikes(context.getBean(DataSource.class), context.getBean(JsonMapper.class));
        int entered = 0;
        for (int size : sizes) {
            attestations.enter(entered, size);
            entered = size;
            System.out.printf("%,d attestations%n", size);
            double lookup = lookup(size);
            for (Legible legible : Legible.values()) {
                measure(legible, file(legible, size), lookup);
            }
        }
        for (Legible legible : List.of(Legible.TAIL, Legible.NOTHING)) {
            printPlans(file(legible, entered).get(0));
        }
    }

    /** @return the median time of a lookup by key, in milliseconds */
    private double lookup(int size) throws Exception {
        List<Double> millis = new ArrayList<>();
        try (SelectConnection select = new SelectConnection(context.getBean(DataSource.class))) {
            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                for (LookAlike entry : asked(size)) {
                    String key = keys.of(entry.series(), AttestationKind.EAEU_DECLARATION);
                    long start = System.nanoTime();
                    select.ask(key);
                    if (round >= 0) {
                        millis.add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
        }
        millis.sort(null);
        System.out.printf("lookup by key: median %.3f ms, p95 %.3f ms%n", share(millis, 0.5), share(millis, 0.95));
        return share(millis, 0.5);
    }

    private void measure(Legible legible, List<Filed> papers, double lookup) {
        long first = 0;
        List<Double> millis = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            first = 0;
            for (Filed paper : papers) {
                long start = System.nanoTime();
                Client.Answer answer = client.get(paper.candidates());
                if (round >= 0) {
                    millis.add((System.nanoTime() - start) / 1e6);
                }
                if (answer.at("/attestations/0/name").equals(paper.entry.number())) {
                    first++;
                }
            }
        }
        millis.sort(null);
        System.out.printf(
                "legible %-13s: %d of %d first, median %6.1f ms, p95 %6.1f ms, %.0f lookups%n",
                legible, first, papers.size(), share(millis, 0.5), share(millis, 0.95), share(millis, 0.5) / lookup);
    }

    /** Files the papers of attestations all over the registry, and waits until they have been read. */
    private List<Filed> file(Legible legible, int size) {
        List<Filed> filed = new ArrayList<>();
        for (LookAlike entry : asked(size)) {
            byte[] paper = entry.paper(legible.read(entry)).getBytes(UTF_8);
            filed.add(new Filed(entry, client.upload("paper.txt", paper).at("/id")));
        }
        filed.forEach(each -> await().atMost(Duration.ofMinutes(5))
                .until(() -> client.get("/api/v1/documents/" + each.document).at("/status"), "INDEXED"::equals));
        return filed;
    }

    private static List<LookAlike> asked(int size) {
        List<LookAlike> asked = new ArrayList<>();
        int apart = size / PAPERS;
        for (int i = 0; i < PAPERS; i++) {
            asked.add(new LookAlike(i * apart + 7 * i % apart));
        }
        return asked;
    }

    private void printPlans(Filed paper) throws Throwable {
        List<Noted> noted = context.getBean(Statements.class).during(() -> client.get(paper.candidates()));
        try (Connection connection = context.getBean(DataSource.class).getConnection()) {
            for (Noted each : noted) {
                each.print(connection);
            }
        }
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }

    /** A paper as it was filed. */
    private record Filed(LookAlike entry, String document) {

        String candidates() {
            return "/api/v1/documents/" + document + "/candidates";
        }
    }
}
