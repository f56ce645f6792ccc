package org.sharedregistry.search.elasticsearch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real Elasticsearch of one node, without passwords, in a process of its own. What it writes lies in a temporary
 * folder, and it ends with this JVM however that ends.
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
            xpack.security.enabled: false
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
    private final int port;

    private ElasticsearchServer(Path folder, int wantedPort) throws IOException, InterruptedException {
        this.folder = folder;
        Path settings = Files.createDirectories(folder.resolve("config"));
        Files.writeString(settings.resolve("elasticsearch.yml"), CONFIGURATION.formatted(wantedPort, folder));
        Files.writeString(settings.resolve("jvm.options"), MEMORY);
        Files.write(
                settings.resolve("log4j2.properties"),
                Files.readAllBytes(PROGRAMS.resolve("config/log4j2.properties")));
        Files.createDirectories(folder.resolve("tmp"));
        Files.deleteIfExists(ports());
        account = UnprivilegedAccount.of(folder, PROGRAMS);
        watchdog = launch();
        port = awaitPort();
        awaitHealth();
    }

    /** The one for all tests of a JVM. */
    static ElasticsearchServer shared() {
        return Shared.SERVER;
    }

    /** One of its own, on a free port. */
    public static ElasticsearchServer start() {
        try {
            return start(Files.createTempDirectory("test-elasticsearch"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again after {@link #kill}, at the same address and with what it held. */
    ElasticsearchServer again() {
        return start(folder, port);
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
    List<String> indices(String prefix) {
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
    void kill() {
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

    private static ElasticsearchServer start(Path folder, int port) {
        try {
            return new ElasticsearchServer(folder, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch() throws IOException {
        String launcher = account.programs().resolve("bin/elasticsearch").toString();
        ProcessBuilder command =
                new ProcessBuilder(account.command("sh", "-c", WATCHDOG, "elasticsearch-watchdog", launcher));
        command.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("ES_PATH_CONF", folder.resolve("config").toString());
        command.environment().put("ES_TMPDIR", folder.resolve("tmp").toString());
        return command.redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
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
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
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
