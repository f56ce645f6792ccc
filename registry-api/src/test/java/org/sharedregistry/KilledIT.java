package org.sharedregistry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry as a process of its own, with its embedded database, killed in the middle of its work. */
class KilledIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int UPLOADS = 30;

    @TempDir
    private Path home;

    private @Nullable Process server;
    private String base = "";

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void losesNothingThatItAcknowledgedAndFinishesAfterTheRestart() throws IOException, InterruptedException {
        start();
        Client maker = new Client(base, apiKey("berezina-traktor"));
        byte[] scan = Files.readAllBytes(Path.of("src/main/resources/demo/documents/scan-cert-compressor-vk7.png"));
        List<String> ids = new ArrayList<>();
        ids.add(maker.upload("скан.png", scan).at("/id"));
        for (int i = 0; i < UPLOADS; i++) {
            Client.Answer filed = maker.upload("n" + i + ".txt", ("Запись номер уникум" + i).getBytes(UTF_8));
            assertThat(filed.status()).isEqualTo(202);
            ids.add(filed.at("/id"));
        }

        server().destroyForcibly().waitFor();
        start();

        Client again = new Client(base, apiKey("berezina-traktor"));
        for (String id : ids) {
            assertThat(RegistryHttpTest.awaitFinal(again, id).at("/status"))
                    .as(id)
                    .isEqualTo("INDEXED");
        }
        for (int i = 0; i < UPLOADS; i++) {
            Client.Answer hits = again.get("/api/v1/documents", "q", "уникум" + i);
            assertThat(hits.json().at("/total/value").asInt()).as("уникум" + i).isEqualTo(1);
        }
        assertThat(again.get("/api/v1/documents/" + ids.get(0) + "/content").bytes())
                .isEqualTo(scan);
    }

    private void start() throws IOException {
        int port = freePort();
        base = "http://localhost:" + port;
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dregistry.home=" + home,
                "-Dregistry.demo=true",
                "-Dserver.port=" + port,
                "org.sharedregistry.RegistryApplication");
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()))
                .start();
        Client anyone = new Client(base, null);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> anyone.get("/actuator/health/readiness").status() == 200);
    }

    private Process server() {
        return Objects.requireNonNull(server);
    }

    private String apiKey(String account) throws IOException {
        for (JsonNode each :
                JsonMapper.builder().build().readTree(Files.readAllBytes(home.resolve("demo-accounts.json")))) {
            if (each.path("account").asString().equals(account)) {
                return each.path("apiKey").asString();
            }
        }
        throw new IllegalArgumentException(account);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
