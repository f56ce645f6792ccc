package org.sharedregistry.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.Client;
import org.sharedregistry.database.TestDatabase;
import org.sharedregistry.search.elasticsearch.ElasticsearchServer;
import org.sharedregistry.storage.s3.S3Server;
import tools.jackson.databind.JsonNode;

/**
 * The registry as {@code docker/} starts it, on an external PostgreSQL, a real Elasticsearch that asks for a password,
 * and a real S3 endpoint that checks signatures.
 */
class ExternalServicesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ELASTIC_PASSWORD = "a password of the tests";

    /** What a home holds where the services are not external. */
    private static final Set<String> LOCAL = Set.of("postgres", "originals", "search");

    private static ElasticsearchServer elasticsearch;
    private static S3Server s3;
    private static PackedRegistry registry;

    @BeforeAll
    static void startAll(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws IOException, InterruptedException {
        elasticsearch = ElasticsearchServer.start(ELASTIC_PASSWORD);
        s3 = S3Server.start();
        ComposeFile compose = compose();
        makeBucket(compose);
        registry = PackedRegistry.start(folder, compose.environment("registry"));
    }

    @AfterAll
    static void stopAll() {
        registry.close();
        s3.close();
        elasticsearch.close();
    }

    @Test
    void doesTheMainJobAndKeepsNothingOfItInItsHome() throws IOException {
        String number = submit();
        attest(number, "PRODUCTION_REGISTER_ENTRY", "10997801");
        attest(number, "EAEU_CERTIFICATE", "ЕАЭС RU С-RU.НА81.В.77801/26");
        assertThat(verdict(number)).isEqualTo("NOT_RECOGNIZED");
        decide(number);
        assertThat(verdict(number)).isEqualTo("RECOGNIZED");

        byte[] report = report("Протокол испытаний, бетатрон");
        Client maker = registry.as("okskiy-stanok");
        String document = file(maker, report);
        await().atMost(PATIENCE).until(() -> maker.get("/api/v1/documents/" + document), hasStatus("INDEXED"));
        Client.Answer hits = maker.get("/api/v1/documents", "q", "бетатрон");
        assertThat(hits.at("/items/0/document")).isEqualTo(document);
        assertThat(hits.at("/items/0/pages/0/snippet")).contains("<mark>бетатрон</mark>");
        assertThat(maker.get("/api/v1/documents/" + document + "/content").bytes())
                .isEqualTo(report);

        assertThat(s3.holds("originals", sha256(report))).isTrue();
        assertThat(elasticsearch.indices("registry-f")).isNotEmpty();
        assertThat(registry.home())
                .isDirectoryNotContaining(
                        each -> LOCAL.contains(each.getFileName().toString()));
    }

    @Test
    void goesOnWithoutElasticsearchAndFindsLaterWhatWasFiledMeanwhile() throws IOException {
        Client maker = registry.as("okskiy-stanok");
        elasticsearch.kill();
        assertThat(maker.get("/api/v1/documents", "q", "насос").problem()).isEqualTo("search-unavailable");
        assertThat(maker.get("/api/v1/documents", "q", "насос").status()).isEqualTo(503);
        assertThat(verdict("ЕАЭС N RU Д-BY.РА01.В.12345/24")).isEqualTo("DEPENDS_ON_ITEM");
        String document = file(maker, report("Протокол испытаний, циклотрон"));
        await().atMost(PATIENCE).until(() -> maker.get("/api/v1/documents/" + document), hasStatus("EXTRACTED"));

        elasticsearch = elasticsearch.again();
        await().atMost(PATIENCE)
                .until(
                        () -> maker.get("/api/v1/documents", "q", "циклотрон").at("/items/0/document"),
                        document::equals);
    }

    /** With the places where the services are here. */
    private static ComposeFile compose() {
        TestDatabase database = TestDatabase.create();
        URI place = URI.create(database.url().substring("jdbc:".length()));
        return ComposeFile.read()
                .with(Map.of(
                        "POSTGRES_PASSWORD",
                        database.password(),
                        "ELASTIC_PASSWORD",
                        ELASTIC_PASSWORD,
                        "S3_ACCESS_KEY",
                        S3Server.ACCESS_KEY,
                        "S3_SECRET_KEY",
                        S3Server.SECRET_KEY,
                        "REGISTRY_DEMO",
                        "true"))
                .at(Map.of(
                        "postgres:5432/registry", place.getAuthority() + place.getPath(),
                        "s3:9000", s3.address().getAuthority(),
                        "elasticsearch:9200", elasticsearch.address().getAuthority()));
    }

    private static void makeBucket(ComposeFile compose) throws IOException, InterruptedException {
        List<String> command = compose.service("bucket")
                .path("entrypoint")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        ProcessBuilder bucket = new ProcessBuilder(command).inheritIO();
        bucket.environment().putAll(compose.environment("bucket"));
        assertThat(bucket.start().waitFor()).isZero();
        // As at every later start.
        assertThat(bucket.start().waitFor()).isZero();
    }

    private static String submit() throws IOException {
        Client maker = registry.as("okskiy-stanok");
        Map<String, Object> description = Map.of(
                "names", Map.of("ru", "Станок сверлильный СВ-3"),
                "models", List.of("СВ-3"),
                "hs", List.of("8459290000"),
                "okpd2", List.of("28.41.22.110"));
        Client.Answer draft =
                maker.post("/api/v1/goods", Map.of("regime", "union-state", "description", description), Map.of());
        return maker.post(draft.header("Location") + "/submission", Map.of(), Map.of())
                .at("/registryNumber");
    }

    private static void attest(String goods, String kind, String number) throws IOException {
        Map<String, Object> content = Map.of(
                "validFrom", "2026-01-01",
                "validTo", "2030-12-31",
                "regulations", List.of("ТР ТС 004/2011", "ТР ТС 010/2011", "ТР ТС 020/2011"));
        String manufacturer = registry.anyone().get("/api/v1/goods/" + goods).at("/manufacturer/id");
        Client.Answer entered = registry.as("authority-RU-1")
                .post(
                        "/api/v1/attestations",
                        Map.of(
                                "kind", kind,
                                "number", number,
                                "manufacturer", manufacturer,
                                "goods", List.of(goods),
                                "content", content),
                        Map.of());
        assertThat(entered.status()).isEqualTo(201);
    }

    /** Two persons of one state recognise the goods. */
    private static void decide(String goods) throws IOException {
        Client.Answer proposal = registry.as("authority-RU-1")
                .post(
                        "/api/v1/goods/" + goods + "/proposals",
                        Map.of("action", "RECOGNIZE", "from", "2026-11-01", "act", "Решение 1", "reason", "Проверено"),
                        Map.of("If-Match", etag(goods)));
        Client.Answer confirmed = registry.as("authority-RU-2")
                .post(
                        "/api/v1/proposals/" + proposal.at("/id") + "/confirmation",
                        Map.of(),
                        Map.of("If-Match", etag(goods)));
        assertThat(confirmed.status()).isEqualTo(200);
    }

    private static String etag(String goods) {
        return registry.anyone().get("/api/v1/goods/" + goods).header("ETag");
    }

    private static String verdict(String number) {
        return registry.anyone()
                .get("/api/v1/verifications", "number", number, "destination", number.startsWith("union") ? "BY" : "RU")
                .at("/verdict");
    }

    private static String file(Client maker, byte[] report) {
        Client.Answer filed = maker.upload("Протокол.txt", report, "kind", "TEST_REPORT");
        assertThat(filed.status()).isEqualTo(202);
        return filed.at("/id");
    }

    private static byte[] report(String text) {
        return text.getBytes(UTF_8);
    }

    private static Predicate<Client.Answer> hasStatus(String status) {
        return answer -> answer.at("/status").equals(status);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
