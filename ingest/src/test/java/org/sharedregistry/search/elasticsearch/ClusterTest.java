package org.sharedregistry.search.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedregistry.search.Ask.ask;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchUnavailable;

/** What a cluster that has no room, fails or is silent makes of a call. The server answers what the test says. */
class ClusterTest {

    private static final String NO_INDEX = "{}";

    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> identities = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAgainWhenThereIsNoRoom() throws IOException {
        answers.addAll(List.of(429, 429));
        try (SearchIndex index = index(null, null, null)) {
            assertThat(index.activeGeneration()).isEmpty();
        }
        assertThat(identities).hasSize(3);
    }

    @Test
    void givesUpWhenThereNeverIsRoom() throws IOException {
        answers.addAll(List.of(429, 429, 429, 429, 429, 429));
        try (SearchIndex index = index(null, null, null)) {
            assertThatThrownBy(index::activeGeneration)
                    .isInstanceOf(SearchUnavailable.class)
                    .hasMessageContaining("429");
        }
        assertThat(identities).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 500, 503})
    void isUnavailableWhenTheClusterFailsOrRefuses(int status) throws IOException {
        answers.add(status);
        try (SearchIndex index = index(null, null, null)) {
            assertThatThrownBy(index::activeGeneration)
                    .isInstanceOf(SearchUnavailable.class)
                    .hasMessageContaining(String.valueOf(status));
        }
    }

    @Test
    void isUnavailableWhenTheClusterIsSilent() throws IOException {
        answers.add(0);
        try (SearchIndex index = index(null, null, null)) {
            assertThatThrownBy(index::activeGeneration).isInstanceOf(SearchUnavailable.class);
        }
    }

    @Test
    void isUnavailableWhenTheClusterCannotBeReached() throws IOException {
        try (SearchIndex index = index(null, null, null)) {
            stop();
            assertThatThrownBy(() -> index.search(ask("").query())).isInstanceOf(SearchUnavailable.class);
        }
    }

    @Test
    void isUnavailableWhenItsThreadIsInterrupted() throws IOException {
        try (SearchIndex index = index(null, null, null)) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(index::activeGeneration).isInstanceOf(SearchUnavailable.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void saysWhoItIs() throws IOException {
        try (SearchIndex byPassword = index("registry", "пароль", null);
                SearchIndex byKey = index(null, null, "a2V5")) {
            byPassword.activeGeneration();
            byKey.activeGeneration();
        }
        assertThat(identities).containsExactly("Basic cmVnaXN0cnk60L/QsNGA0L7Qu9GM", "ApiKey a2V5");
    }

    private SearchIndex index(@Nullable String username, @Nullable String password, @Nullable String apiKey)
            throws IOException {
        String host = "http://127.0.0.1:" + server.getAddress().getPort();
        return ElasticsearchConfiguration.index(new ElasticsearchSettings(
                List.of(host), "registry", 1, 0, username, password, apiKey, null, Duration.ofSeconds(2)));
    }

    /** Answers with the next status, 200 when none is left; not at all with the status 0. */
    private void answer(HttpExchange exchange) throws IOException {
        identities.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Integer next = answers.poll();
        if (next != null && next == 0) {
            return;
        }
        int status = next == null ? 200 : next;
        String body = status == 200 ? NO_INDEX : """
                {"error": {"type": "told_to", "reason": "so the test says"}, "status": %d}""".formatted(status);
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
        exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }
}
