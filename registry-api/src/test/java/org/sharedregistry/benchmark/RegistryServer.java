package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryApplication;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The whole registry as it is delivered, in a home of its own: takes files over HTTP until searches find them. */
final class RegistryServer implements Side {

    private static final long POLL_MILLIS = 100;
    private static final Set<String> UNFINISHED = Set.of("RECEIVED", "EXTRACTING", "EXTRACTED");

    private final int connections;
    private final Path home;
    private final Path collectorLog;
    private final JavaProcess java;
    private final Client client;

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder for its home and its log
     * @param settings such as {@code -Dregistry.pipeline.ocr-workers=2}
     */
    RegistryServer(Path folder, int connections, String... settings) throws IOException, InterruptedException {
        this.connections = connections;
        this.home = folder.resolve("registry");
        this.collectorLog = folder.resolve("gc.log");
        Path log = folder.resolve("registry.log");
        int port = JavaProcess.freePort();
        List<String> options = List.of("-Dregistry.home=" + home, "-Dserver.port=" + port);
        String apiKey = createAccount(log, options);
        java = JavaProcess.start(
                log,
                Stream.of(
                                options.stream(),
                                Stream.of("-Xlog:gc:file=" + collectorLog),
                                Stream.of(settings),
                                JavaProcess.product(RegistryApplication.class))
                        .flatMap(words -> words));
        client = new Client("http://localhost:" + port, apiKey);
        while (!isReady()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    @Override
    public Run run(Corpus corpus, int copy) throws IOException, InterruptedException, ExecutionException {
        String batch = corpus.folder().getFileName() + "-" + copy;
        AtomicReference<String> last = new AtomicReference<>("");
        ProcessorSeconds start = ProcessorSeconds.of(java.process());
        long began = System.nanoTime();
        InParallel.sum(connections, corpus.files(), file -> {
            last.set(upload(file.getFileName().toString(), Corpus.copy(file, copy), batch));
            return 0;
        });
        // Files are read in turn, so asking for one of the last costs less than asking for all.
        while (UNFINISHED.contains(client.get("/api/v1/documents/" + last.get()).at("/status"))) {
            Thread.sleep(POLL_MILLIS);
        }
        while (!isIndexed(batch, corpus.files().size())) {
            Thread.sleep(POLL_MILLIS);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        ProcessorSeconds used = ProcessorSeconds.of(java.process()).since(start);
        java.tell("GC.run");
        return new Run(corpus.files().size(), seconds, -1, used);
    }

    Process process() {
        return java.process();
    }

    /** Prints how much of the heap was needed, and used at most; it should not depend on how much the registry keeps. */
    void printHeap() throws IOException {
        List<Collection> collections;
        try (Stream<String> lines = Files.lines(collectorLog)) {
            collections = lines.flatMap(Collection::in).toList();
        }
        System.out.println("heap needed before the first run and after each: "
                + collections.stream()
                        .filter(Collection::isFull)
                        .map(each -> each.after + " MB")
                        .collect(Collectors.joining(", "))
                + "; used at most: "
                + collections.stream().mapToLong(Collection::before).max().orElse(0) + " MB");
    }

    /** Starts noting where the time goes. */
    void record() throws IOException {
        java.tell("JFR.start", "name=benchmark", "settings=profile");
    }

    void stopRecording(Path file) throws IOException {
        java.tell("JFR.stop", "name=benchmark", "filename=" + file);
    }

    @Override
    public void close() throws IOException {
        java.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private static String createAccount(Path log, List<String> options) throws IOException, InterruptedException {
        try (JavaProcess java = JavaProcess.talking(
                        log,
                        Stream.of(
                                        options.stream(),
                                        JavaProcess.product(RegistryApplication.class),
                                        Stream.of("create-account", "benchmark", "AUTHORITY", "BY"))
                                .flatMap(words -> words));
                BufferedReader lines = java.process().inputReader(UTF_8)) {
            String apiKey = lines.lines()
                    .filter(line -> line.startsWith("API key"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No account was made; the log says why: " + log))
                    .replaceFirst("API key *", "");
            lines.lines().forEach(line -> {});
            java.process().waitFor();
            return apiKey;
        }
    }

    private String upload(String name, byte[] content, String batch) throws InterruptedException {
        while (true) {
            Client.Answer answer = client.upload(name, content, "kind", "TEST_REPORT", "batch", batch);
            if (answer.status() == 202) {
                return answer.at("/id");
            }
            if (answer.status() != 429) {
                throw new IllegalStateException(name + ": the server answered " + answer.json());
            }
            TimeUnit.SECONDS.sleep(Long.parseLong(answer.header("Retry-After")));
        }
    }

    /** Whether all documents of a batch are found by searches; it is an error if one never will be. */
    private boolean isIndexed(String batch, int files) {
        JsonNode counts =
                client.get("/api/v1/documents/batches/" + batch).json().path("counts");
        for (Map.Entry<String, JsonNode> each : counts.properties()) {
            if (each.getKey().equals("FAILED") || each.getKey().equals("NEEDS_OCR")) {
                throw new IllegalStateException("Not all files were read: " + counts);
            }
        }
        return counts.path("INDEXED").asInt() == files;
    }

    private boolean isReady() throws IOException {
        if (!java.process().isAlive()) {
            throw new IOException("The registry has ended; its log says why");
        }
        try {
            return client.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    /** A collection of garbage, with what was in use before and after it, in megabytes. */
    private record Collection(boolean isFull, long before, long after) {

        private static final Pattern LOGGED = Pattern.compile("Pause (\\w+).* (\\d+)M->(\\d+)M");

        static Stream<Collection> in(String line) {
            return LOGGED.matcher(line)
                    .results()
                    .map(found -> new Collection(
                            found.group(1).equals("Full"),
                            Long.parseLong(found.group(2)),
                            Long.parseLong(found.group(3))));
        }
    }
}
