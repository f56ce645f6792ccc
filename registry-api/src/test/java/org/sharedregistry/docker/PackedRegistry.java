package org.sharedregistry.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sharedregistry.Client;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry as the image holds and starts it: the packed jar, unpacked and run by the commands of the Dockerfile. */
final class PackedRegistry implements AutoCloseable {

    private static final Duration SLOWEST_START = Duration.ofMinutes(2);

    private final Path home;
    private final String base;
    private final Process process;

    private PackedRegistry(Path home, String base, Process process) {
        this.home = home;
        this.base = base;
        this.process = process;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder an empty one, for the program, its home and its output
     * @param environment what it finds there, and nothing else
     */
    static PackedRegistry start(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        Dockerfile dockerfile = Dockerfile.read();
        Path home = Files.createDirectory(folder.resolve("home"));
        int port = freePort();
        ProcessBuilder registry = command(dockerfile.last("ENTRYPOINT"), unpack(dockerfile, folder), folder);
        Map<String, String> itsEnvironment = registry.environment();
        itsEnvironment.keySet().retainAll(List.of("PATH"));
        itsEnvironment.putAll(dockerfile.environment());
        itsEnvironment.putAll(environment);
        itsEnvironment.putAll(Map.of(
                "REGISTRY_HOME",
                home.toString(),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "SERVER_PORT",
                String.valueOf(port),
                // Of a machine that is not for this test alone.
                "JDK_JAVA_OPTIONS",
                "-Xmx512m"));
        PackedRegistry started = new PackedRegistry(home, "http://localhost:" + port, registry.start());
        await().atMost(SLOWEST_START)
                .failFast("It ended while it started, see " + output(folder), () -> !started.process.isAlive())
                .ignoreExceptions()
                .until(() -> started.anyone().get("/actuator/health/readiness").status() == 200);
        return started;
    }

    Path home() {
        return home;
    }

    Client anyone() {
        return new Client(base, null);
    }

    /** The holder of an account of the demo. */
    Client as(String account) throws IOException {
        for (JsonNode each :
                JsonMapper.builder().build().readTree(Files.readAllBytes(home.resolve("demo-accounts.json")))) {
            if (each.path("account").asString().equals(account)) {
                return new Client(base, each.path("apiKey").asString());
            }
        }
        throw new IllegalArgumentException(account);
    }

    /** Ends it with SIGTERM, as Docker does. */
    @Override
    public void close() {
        process.destroy();
        await().atMost(60, SECONDS).until(() -> !process.isAlive());
    }

    /** Does what the image's build does with the jar; returns the folder of the program. */
    private static Path unpack(Dockerfile dockerfile, Path folder) throws IOException, InterruptedException {
        Path build = Files.createDirectory(folder.resolve("build"));
        Files.copy(Path.of(System.getProperty("registry.jar")), build.resolve("registry-api.jar"));
        String extract = dockerfile.all("RUN").stream()
                .filter(each -> each.startsWith("["))
                .findFirst()
                .orElseThrow();
        if (command(extract, build, folder).start().waitFor() != 0) {
            throw new IllegalStateException("The jar cannot be unpacked: " + Files.readString(output(folder), UTF_8));
        }
        Path application = Files.createDirectory(folder.resolve("application"));
        for (String layer : dockerfile.layers()) {
            FileSystemUtils.copyRecursively(build.resolve(layer), application);
        }
        return application;
    }

    private static ProcessBuilder command(String execForm, Path workFolder, Path folder) {
        List<String> words = new ArrayList<>(Dockerfile.words(execForm));
        words.set(
                0, Path.of(System.getProperty("java.home"), "bin", words.get(0)).toString());
        return new ProcessBuilder(words)
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(folder).toFile()));
    }

    private static Path output(Path folder) {
        return folder.resolve("output.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
