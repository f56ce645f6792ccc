package org.sharedregistry.killed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.sharedregistry.Client;

/**
 * Kills the server, its parsers and its database at random moments while files are uploaded, and looks afterwards
 * whether what was acknowledged is there: each document in one final state, found once, its original intact.
 */
final class KillRounds {

    private static final String ACCOUNT = "berezina-traktor";
    private static final int UPLOADERS = 4;
    private static final int KILLS_A_ROUND = 5;
    private static final int LATEST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<String> FINAL = Set.of("INDEXED", "NEEDS_OCR", "FAILED");

    private final Path home;
    private final Random random;
    private final PrintStream out;
    private final List<Acknowledged> all = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private int made;

    /** @param home an empty folder */
    KillRounds(Path home, long seed, PrintStream out) {
        this.home = home;
        this.random = new Random(seed);
        this.out = out;
    }

    /**
     * The command {@code KillRounds <rounds> <uploads a round> [<seed>]}. Ends with 1 when there were defects, and then
     * leaves the registry's folder where it is.
     */
    public static void main(String[] arguments) throws Exception {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        Path home = Files.createTempDirectory("kill-rounds");
        System.out.println("seed " + seed + ", registry in " + home);
        List<String> defects = new KillRounds(home, seed, System.out)
                .run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        defects.forEach(System.out::println);
        System.out.println(defects.isEmpty() ? "no defects" : defects.size() + " defects");
        System.exit(defects.isEmpty() ? 0 : 1);
    }

    /** Gives what is not as it should be, a sentence each. */
    List<String> run(int rounds, int uploads) throws Exception {
        RegistryProcess registry = RegistryProcess.in(home);
        try {
            for (int round = 1; round <= rounds; round++) {
                round(registry, round, uploads);
            }
            registry.stop();
            registry.start();
            out.println("After the restart: " + states(registry, all));
            // What is found already may still be laid out in pages.
            await().atMost(PATIENCE)
                    .until(() -> registry.count("select count(*) from reading_queue") == 0
                            && registry.count("select count(*) from index_change") == 0);
            check(registry, all);
        } finally {
            registry.stop();
        }
        expectEmpty("work");
        expectEmpty("parser");
        return List.copyOf(defects);
    }

    private void round(RegistryProcess registry, int round, int uploads) throws Exception {
        Queue<MixedFile> files = new ConcurrentLinkedQueue<>();
        files.add(MixedFile.scan(++made));
        for (int i = 1; i < uploads; i++) {
            files.add(MixedFile.some(random, ++made));
        }
        Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        ExecutorService uploaders = Executors.newFixedThreadPool(UPLOADERS);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < UPLOADERS; i++) {
            ends.add(uploaders.submit(() -> upload(registry.as(ACCOUNT), files, acknowledged)));
        }
        List<Kill> kills = kills(uploads);
        try {
            for (Kill kill : kills) {
                await().atMost(PATIENCE).until(() -> noneFailed(ends) && acknowledged.size() >= kill.after());
                // The moment is what is drawn here: nothing is waited for.
                Thread.sleep(kill.pauseMillis());
                kill.victim().kill(registry);
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            uploaders.shutdownNow();
        }
        out.println("Round " + round + ": " + acknowledged.size() + " acknowledged; " + kills);
        out.println("  " + states(registry, acknowledged));
        all.addAll(acknowledged);
    }

    /** Each victim at least once, in any order. */
    private List<Kill> kills(int uploads) {
        List<Victim> victims = new ArrayList<>(List.of(Victim.values()));
        while (victims.size() < KILLS_A_ROUND) {
            victims.add(Victim.values()[random.nextInt(Victim.values().length)]);
        }
        Collections.shuffle(victims, random);
        return victims.stream()
                .map(victim -> new Kill(victim, random.nextInt(uploads + 1), random.nextInt(LATEST_MILLIS)))
                .sorted(Comparator.comparingInt(Kill::after))
                .toList();
    }

    /** As a client that sends a file again until it is acknowledged. */
    private static Void upload(Client client, Queue<MixedFile> files, Queue<Acknowledged> acknowledged)
            throws InterruptedException {
        for (MixedFile file = files.poll(); file != null; file = files.poll()) {
            while (true) {
                try {
                    Client.Answer answer = client.upload(file.name(), file.bytes());
                    if (answer.status() == 202) {
                        acknowledged.add(
                                new Acknowledged(answer.at("/id"), sha256(file.bytes()), file.kind(), file.word()));
                        break;
                    }
                    if (answer.status() < 429) {
                        throw new IllegalStateException(file.name() + " was refused: " + answer.problem());
                    }
                } catch (UncheckedIOException e) {
                    // The server is dead; it comes back.
                }
                Thread.sleep(50);
            }
        }
        return null;
    }

    /** Waits until all are in a final state and counts these. */
    private static Map<String, Integer> states(RegistryProcess registry, Iterable<Acknowledged> documents)
            throws IOException {
        Client client = registry.as(ACCOUNT);
        Map<String, Integer> states = new TreeMap<>();
        for (Acknowledged document : documents) {
            Client.Answer last = await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(
                            () -> client.get("/api/v1/documents/" + document.id()),
                            answer -> answer.status() == 404 || FINAL.contains(answer.at("/status")));
            states.merge(last.status() == 404 ? "LOST" : document.kind() + " " + last.at("/status"), 1, Integer::sum);
        }
        return states;
    }

    private void check(RegistryProcess registry, List<Acknowledged> documents) throws IOException, SQLException {
        Client client = registry.as(ACCOUNT);
        Set<String> ids = new HashSet<>();
        for (Acknowledged document : documents) {
            expect(ids.add(document.id()), document + " was acknowledged twice");
            check(client, document);
        }
        expect(
                registry.count("select count(*) from original"
                                + " where state not in ('EXTRACTED', 'NEEDS_OCR', 'FAILED')")
                        == 0,
                "an original is in no final state");
        expect(
                registry.count("select count(*) from (select from document group by owner, original"
                                + " having count(*) > 1) as twice")
                        == 0,
                "an original was filed twice");
    }

    private void check(Client client, Acknowledged document) {
        Client.Answer answer = client.get("/api/v1/documents/" + document.id());
        String state = answer.at("/status");
        boolean readable = document.kind() != MixedFile.Kind.BROKEN;
        expect(FINAL.contains(state), document + " is " + state);
        // A file over which the parser died as often as it is tried counts as failed, whoever killed it.
        expect(
                readable != state.equals("FAILED")
                        || answer.at("/failure/reason").equals("CRASHED"),
                document + " is " + state + " " + answer.at("/failure"));
        if (document.kind() != MixedFile.Kind.SCAN) {
            Client.Answer hits = client.get("/api/v1/documents", "q", "\"" + document.word() + "\"");
            expect(
                    hits.json().at("/total/value").asInt() == (state.equals("FAILED") ? 0 : 1)
                            && (state.equals("FAILED")
                                    || hits.at("/items/0/document").equals(document.id())),
                    document + " is " + state + " and found " + hits.json());
        }
        byte[] content =
                client.get("/api/v1/documents/" + document.id() + "/content").bytes();
        expect(sha256(content).equals(document.sha256()), document + " has other bytes");
    }

    private void expectEmpty(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            List<Path> left = files.toList();
            expect(left.isEmpty(), "left behind: " + left);
        }
    }

    private void expect(boolean holds, String defect) {
        if (!holds) {
            defects.add(defect);
        }
    }

    /** @throws IllegalStateException when an uploader has given up */
    private static boolean noneFailed(List<Future<?>> ends) throws InterruptedException {
        for (Future<?> end : ends) {
            if (end.isDone()) {
                try {
                    end.get();
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return true;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is killed. */
    private enum Victim {
        SERVER {
            @Override
            void kill(RegistryProcess registry) throws IOException, InterruptedException {
                registry.killServer();
            }
        },
        PARSERS {
            @Override
            void kill(RegistryProcess registry) {
                registry.killParsers();
            }
        },
        DATABASE {
            @Override
            void kill(RegistryProcess registry) throws IOException {
                registry.killDatabase();
            }
        };

        abstract void kill(RegistryProcess registry) throws IOException, InterruptedException;
    }

    /** @param after how many acknowledged uploads, and then so many milliseconds */
    private record Kill(Victim victim, int after, int pauseMillis) {}

    /** A document that the registry has promised to keep. */
    private record Acknowledged(String id, String sha256, MixedFile.Kind kind, String word) {}
}
