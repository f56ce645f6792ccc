package org.sharedregistry;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.sharedregistry.database.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole registry with the demo in it, behind a real port, on a real database; one for all tests that ask for it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "registry.demo=true")
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, TemporaryHome.class})
public abstract class RegistryHttpTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> FINAL = Set.of("INDEXED", "FAILED", "NEEDS_OCR");

    @Autowired
    private Environment environment;

    private String base = "";

    /** A registry that was just filled is a moment ahead of its index. */
    @BeforeEach
    void awaitSearch() {
        base = "http://localhost:" + environment.getProperty("local.server.port");
        await().atMost(PATIENCE).until(() -> anyone().get("/api/v1/goods").status() == 200);
    }

    protected final String base() {
        return base;
    }

    /** Somebody nobody knows. */
    protected final Client anyone() {
        return new Client(base, null);
    }

    /** The holder of an account of the demo. */
    protected final Client as(String account) {
        return new Client(base, key(account));
    }

    /** The API key of an account of the demo. */
    protected final String key(String account) {
        return secret(account, "apiKey");
    }

    /** The password of an account of the demo. */
    protected final String password(String account) {
        return secret(account, "password");
    }

    private String secret(String account, String name) {
        Path file = Path.of(String.valueOf(environment.getProperty("registry.home")), "demo-accounts.json");
        try {
            for (JsonNode each : JsonMapper.builder().build().readTree(Files.readAllBytes(file))) {
                if (each.path("account").asString().equals(account)) {
                    return each.path(name).asString();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("The demo has no account " + account);
    }

    /** Waits until a document has been read and indexed, or could not be. */
    protected static Client.Answer awaitFinal(Client client, String id) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> client.get("/api/v1/documents/" + id),
                        answer -> answer.status() == 200 && FINAL.contains(answer.at("/status")));
    }
}
