package org.sharedregistry.search.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real Elasticsearch of one node in a process of its own. What it writes lies in a temporary folder, and it ends with
 * this JVM however that ends.
 */
public final class ElasticsearchServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of(System.getProperty("elasticsearch.home"));
    private static final int SLOWEST_START_SECONDS = 120;

    private static final String MEMORY = """
            -Xms256m
            -Xmx512m
            -XX:+UseSerialGC
            -XX:TieredStopAtLevel=1
            -Djava.io.tmpdir=${ES_TMPDIR}
            """;

    private static final String CONFIGURATION = """
            discovery.type: single-node
            network.host: 127.0.0.1
            http.port: %d
            transport.port: 0
            node.portsfile: true
            path.data: %2$s/data
            path.logs: %2$s/logs
            xpack.security.enabled: %3$s
            cluster.routing.allocation.disk.threshold_enabled: false
            action.destructive_requires_name: false
            """;

    /**
     * Runs the launcher beside a reader of our pipe, where nothing is ever written; at the pipe's end the launcher is
     * killed, and the server ends with it. The shell ends with the launcher.
     */
    private static final String WATCHDOG = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            launcher=$!
            { read -r nothing <&3; kill -KILL $launcher; } &
            reader=$!
            wait $launcher
            kill -KILL $reader
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final UnprivilegedAccount account;
    private final Process watchdog;
    private final @Nullable String password;
    private final int port;

    private ElasticsearchServer(Path folder, @Nullable String password, int wantedPort)
            throws IOException, InterruptedException {
        this.folder = folder;
        this.password = password;
        Path settings = Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                settings.resolve("elasticsearch.yml"), CONFIGURATION.formatted(wantedPort, folder, password != null));
        Files.writeString(settings.resolve("jvm.options"), MEMORY);
        Files.write(
                settings.resolve("log4j2.properties"),
                Files.readAllBytes(PROGRAMS.resolve("config/log4j2.properties")));
        Files.createDirectories(folder.resolve("tmp"));
        Files.deleteIfExists(ports());
        account = UnprivilegedAccount.of(folder, PROGRAMS);
        if (password != null) {
            setPassword(password);
        }
        watchdog = launch();
        port = awaitPort();
        awaitHealth();
    }

    /** The one for all tests of a JVM. */
    static ElasticsearchServer shared() {
        return Shared.SERVER;
    }

    /** One of its own, on a free port, open to all. */
    public static ElasticsearchServer start() {
        return startNew(null);
    }

    /** One of its own, on a free port, which knows the user {@code elastic} alone. */
    public static ElasticsearchServer start(String password) {
        return startNew(password);
    }

    /** Starts it again after {@link #kill}, at the same address and with what it held. */
    public ElasticsearchServer again() {
        return start(folder, password, port);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the registry needs to know to keep an index of its own here. */
    ElasticsearchSettings settings(String prefix) {
        return new ElasticsearchSettings(
                List.of(address().toString()), prefix, 1, 0, null, null, null, null, Duration.ofSeconds(30));
    }

    /** The names of indices that begin so. */
    public List<String> indices(String prefix) {
        return request("GET", "/_cat/indices/" + prefix + "*?h=index", "")
                .lines()
                .toList();
    }

    void create(String index, String alias) {
        request("PUT", "/" + index, "{\"aliases\": {\"" + alias + "\": {}}}");
    }

    void delete(String pattern) {
        request("DELETE", "/" + pattern, "");
    }

    /** Ends it as a power cut would. */
    public void kill() {
        List<ProcessHandle> all = Stream.concat(watchdog.descendants(), Stream.of(watchdog.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(30, SECONDS).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Loses what is in its indices, though it knows that there are some: they are red when it starts again. */
    void loseContents() {
        try {
            FileSystemUtils.deleteRecursively(folder.resolve("data/indices"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ElasticsearchServer startNew(@Nullable String password) {
        try {
            return start(Files.createTempDirectory("test-elasticsearch"), password, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ElasticsearchServer start(Path folder, @Nullable String password, int port) {
        try {
            return new ElasticsearchServer(folder, password, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch() throws IOException {
        return program("sh", "-c", WATCHDOG, "elasticsearch-watchdog", path("elasticsearch"))
                .start();
    }

    /** As the server's own container image does it. */
    private void setPassword(String password) throws IOException, InterruptedException {
        Process keystore = program(path("elasticsearch-keystore"), "add", "-x", "-f", "bootstrap.password")
                .start();
        try (Writer in = keystore.outputWriter()) {
            in.write(password);
        }
        if (keystore.waitFor() != 0) {
            throw new IllegalStateException("The password was not taken, see " + output());
        }
    }

    private String path(String program) {
        return account.programs().resolve("bin").resolve(program).toString();
    }

    private ProcessBuilder program(String... words) {
        ProcessBuilder command = new ProcessBuilder(account.command(words));
        command.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("ES_PATH_CONF", folder.resolve("config").toString());
        command.environment().put("ES_TMPDIR", folder.resolve("tmp").toString());
        return command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output().toFile()));
    }

    /** Elasticsearch writes the file when it listens, and answers a little later. */
    private int awaitPort() {
        starting()
                .until(() -> Files.exists(ports()) && Files.readString(ports()).contains(":"));
        try {
            return URI.create("http://" + Files.readAllLines(ports()).get(0)).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth() {
        starting()
                .ignoreException(UncheckedIOException.class)
                .until(() -> request("GET", "/_cluster/health?timeout=1s", "").contains("\"timed_out\":false"));
    }

    private String request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (password != null) {
            String user = Base64.getEncoder().encodeToString(("elastic:" + password).getBytes(UTF_8));
            request.header("Authorization", "Basic " + user);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConditionFactory starting() {
        return await().atMost(SLOWEST_START_SECONDS, SECONDS)
                .failFast("Elasticsearch ended while it started, see " + output(), () -> !watchdog.isAlive());
    }

    private Path ports() {
        return folder.resolve("logs/http.ports");
    }

    private Path output() {
        return folder.resolve("output.log");
    }

    private static final class Shared {

        static final ElasticsearchServer SERVER = startForGood();

        private static ElasticsearchServer startForGood() {
            ElasticsearchServer server = start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
