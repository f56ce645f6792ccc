package org.sharedregistry.search.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchUnavailable;

/** A server that has signed its certificate itself. */
class CertificateTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    private HttpsServer server;
    private Path certificate;

    @BeforeEach
    void start() throws Exception {
        KeyStore keys = newKey(folder.resolve("keys.p12"));
        certificate = folder.resolve("certificate.pem");
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("node").getEncoded())));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=8");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isTrustedWhenItIsSet() throws IOException {
        try (SearchIndex index = index(certificate)) {
            assertThat(index.activeGeneration()).isEmpty();
        }
    }

    @Test
    void isNotTrustedOtherwise() throws IOException {
        try (SearchIndex index = index(null)) {
            assertThatThrownBy(index::activeGeneration)
                    .isInstanceOf(SearchUnavailable.class)
                    .hasMessageContaining("certification path");
        }
    }

    private SearchIndex index(@Nullable Path certificate) throws IOException {
        String host = "https://127.0.0.1:" + server.getAddress().getPort();
        return ElasticsearchConfiguration.index(new ElasticsearchSettings(
                List.of(host), "registry", 1, 0, null, null, null, certificate, Duration.ofSeconds(10)));
    }

    private static KeyStore newKey(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String command =
                "%s -genkeypair -alias node -keyalg EC -dname CN=node -ext san=ip:127.0.0.1 -storepass %s -keystore %s";
        Process process = new ProcessBuilder(
                        command.formatted(keytool, PASSWORD, file).split(" ", -1))
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
