package org.sharedregistry.killed;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry with the demo in it and its embedded database, as processes that can be killed one by one. */
public final class RegistryProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;
    private final int port;
    private final List<String> settings;
    private volatile @Nullable Process server;

    private RegistryProcess(Path home, int port, List<String> settings) {
        this.home = home;
        this.port = port;
        this.settings = settings;
    }

    /**
     * Starts one; restarted, it keeps its port.
     *
     * @param settings such as {@code --registry.search.engine=elasticsearch}
     */
    public static RegistryProcess in(Path home, String... settings) throws IOException {
        Files.createDirectories(home.resolve("tmp"));
        RegistryProcess process = new RegistryProcess(home, freePort(), List.of(settings));
        process.start();
        return process;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dregistry.home=" + home,
                "-Dregistry.demo=true",
                "-Dserver.port=" + port,
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "org.sharedregistry.RegistryApplication"));
        command.addAll(settings);
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()))
                .start();
        Client anyone = new Client(base(), null);
        await().atMost(PATIENCE)
                .failFast(
                        "The registry ended while it started, see " + home.resolve("log.txt"),
                        () -> !server().isAlive())
                .ignoreExceptions()
                .until(() -> anyone.get("/actuator/health/readiness").status() == 200);
    }

    /** Kills the server as {@code kill -9} does, and starts it again. */
    void killServer() throws IOException, InterruptedException {
        server().destroyForcibly().waitFor();
        start();
    }

    /** Kills every parser process there is now. */
    void killParsers() {
        server().toHandle()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills the first process of PostgreSQL, if it is running just now. */
    void killDatabase() throws IOException {
        Path file = home.resolve("postgres/data/postmaster.pid");
        if (Files.exists(file)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Asks the server to end, and waits until it has. */
    public void stop() throws InterruptedException {
        server().destroy();
        server().waitFor();
    }

    public Client as(String account) throws IOException {
        for (JsonNode each :
                JsonMapper.builder().build().readTree(Files.readAllBytes(home.resolve("demo-accounts.json")))) {
            if (each.path("account").asString().equals(account)) {
                return new Client(base(), each.path("apiKey").asString());
            }
        }
        throw new IllegalArgumentException(account);
    }

    /** Asks the database for a number. */
    public long count(String query) throws IOException, SQLException {
        List<String> pid = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"));
        String password = Files.readString(home.resolve("postgres/password")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + pid.get(3) + "/registry?currentSchema=registry";
        try (Connection connection = DriverManager.getConnection(url, "registry", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private Process server() {
        return Objects.requireNonNull(server);
    }
}
