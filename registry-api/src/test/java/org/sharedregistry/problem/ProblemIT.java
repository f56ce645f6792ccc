package org.sharedregistry.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;

class ProblemIT extends RegistryHttpTest {

    @Test
    void tellsWhoeverSendsAnAddressThatIsNotEncoded() throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(base()).getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/goods?q=насос HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "/problems/malformed-request");
        }
    }

    @Test
    void refusesAKeyThatIsNoGoodEvenWhereNoneIsNeeded() {
        Client.Answer answer = new Client(base(), "rk_0000000000000000_nonsense").get("/api/v1/regimes");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("authentication-required");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void describesItselfAndHidesWhatIsForOperators() {
        assertThat(anyone().get("/v3/api-docs").json().at("/paths").propertyNames())
                .contains(
                        "/api/v1/verifications", "/api/v1/goods/{number}", "/api/v1/documents", "/api/v1/regimes/{id}");
        assertThat(anyone().get("/actuator/health/readiness").at("/status")).isEqualTo("UP");
        assertThat(anyone().get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void namesTheMethodsAndFormsThatWouldBeTaken() {
        assertThat(as("neman-mikro")
                        .send("DELETE", "/api/v1/goods", "", Map.of())
                        .problem())
                .isEqualTo("method-not-allowed");
        assertThat(anyone().get("/api/v1/regimes/atlantis").problem()).isEqualTo("not-found");
        assertThat(anyone().get("/api/v1/goods/no-such-number").problem()).isEqualTo("not-found");
        assertThat(anyone().get("/api/v1/attestations/not-an-id").at("/parameter"))
                .isEqualTo("id");
    }
}
