package org.sharedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an upload to a page hit, and from a decision to a verdict. */
class MainJobIT extends RegistryHttpTest {

    private static final Path DOCUMENTS = Path.of("src/main/resources/demo/documents");

    @Test
    void findsThePageOfWhatAManufacturerUploaded() throws IOException {
        Client maker = as("berezina-traktor");
        Client.Answer filed = maker.upload(
                "Протокол.pdf",
                Files.readAllBytes(DOCUMENTS.resolve("report-fridge-rk300.pdf")),
                "kind",
                "TEST_REPORT");
        assertThat(filed.status()).isEqualTo(202);
        assertThat(filed.header("Location")).isEqualTo("/api/v1/documents/" + filed.at("/id"));

        Client.Answer read = awaitFinal(maker, filed.at("/id"));
        assertThat(read.at("/status")).isEqualTo("INDEXED");
        int pages = read.json().at("/pages").asInt();
        assertThat(pages).isGreaterThan(2);

        Client.Answer hits = maker.get("/api/v1/documents", "q", "дл 0417/2024", "kind", "TEST_REPORT");
        assertThat(hits.json().at("/items")).hasSize(1);
        assertThat(hits.at("/items/0/document")).isEqualTo(filed.at("/id"));
        assertThat(hits.json().at("/items/0/pages/0/page").asInt()).isBetween(1, pages);
        assertThat(hits.at("/items/0/pages/0/snippet")).contains("<mark>");
        assertThat(maker.get("/api/v1/documents/" + filed.at("/id") + "/pages/1")
                        .at("/text"))
                .contains("ПРОТОКОЛ ИСПЫТАНИЙ", "ДЛ-0417/2024");
    }

    @Test
    void recognisesGoodsOnceTwoPersonsOfTheirStateHaveConfirmedThem() {
        Client maker = as("okskiy-stanok");
        Map<String, Object> description = Map.of(
                "names", Map.of("ru", "Станок сверлильный СВ-2"),
                "models", List.of("СВ-2"),
                "hs", List.of("8459290000"),
                "okpd2", List.of("28.41.22.110"));
        Client.Answer draft =
                maker.post("/api/v1/goods", Map.of("regime", "union-state", "description", description), Map.of());
        assertThat(draft.status()).isEqualTo(201);
        assertThat(anyone().get(draft.header("Location")).problem()).isEqualTo("not-found");

        Client.Answer submitted = maker.post(draft.header("Location") + "/submission", Map.of(), Map.of());
        String number = submitted.at("/registryNumber");
        assertThat(number).matches("union-state-RU-2026-\\d{6}-[0-9A-Z]");
        assertThat(verdict(number)).isEqualTo("NOT_RECOGNIZED");

        attest(number, "PRODUCTION_REGISTER_ENTRY", "10997701");
        attest(number, "EAEU_CERTIFICATE", "ЕАЭС RU С-RU.НА81.В.77001/26");
        assertThat(verdict(number)).isEqualTo("NOT_RECOGNIZED");

        Client first = as("authority-RU-1");
        Client.Answer proposal = first.post(
                "/api/v1/goods/" + number + "/proposals",
                Map.of("action", "RECOGNIZE", "from", "2026-11-01", "act", "Решение 1", "reason", "Проверено"),
                Map.of("If-Match", etag(number)));
        assertThat(proposal.status()).isEqualTo(201);
        String confirmation = "/api/v1" + "/proposals/" + proposal.at("/id") + "/confirmation";
        assertThat(first.post(confirmation, Map.of(), Map.of("If-Match", etag(number)))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(as("authority-BY-1")
                        .post(confirmation, Map.of(), Map.of("If-Match", etag(number)))
                        .problem())
                .isEqualTo("not-found");
        Client second = as("authority-RU-2");
        assertThat(second.post(confirmation, Map.of(), Map.of()).problem()).isEqualTo("precondition-required");
        assertThat(second.post(confirmation, Map.of(), Map.of("If-Match", "\"1\""))
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(verdict(number)).isEqualTo("NOT_RECOGNIZED");

        assertThat(second.post(confirmation, Map.of(), Map.of("If-Match", etag(number)))
                        .status())
                .isEqualTo(200);
        assertThat(verdict(number)).isEqualTo("RECOGNIZED");
        assertThat(second.post(confirmation, Map.of(), Map.of("If-Match", etag(number)))
                        .problem())
                .isEqualTo("illegal-step");
    }

    private void attest(String goods, String kind, String number) {
        Client.Answer entered = as("authority-RU-1")
                .post(
                        "/api/v1/attestations",
                        Map.of(
                                "kind", kind,
                                "number", number,
                                "manufacturer",
                                        anyone().get("/api/v1/goods/" + goods).at("/manufacturer/id"),
                                "goods", List.of(goods),
                                "content",
                                        Map.of(
                                                "validFrom",
                                                "2026-01-01",
                                                "validTo",
                                                "2030-12-31",
                                                "regulations",
                                                List.of("ТР ТС 004/2011", "ТР ТС 010/2011", "ТР ТС 020/2011"))),
                        Map.of());
        assertThat(entered.status())
                .as(() -> new String(entered.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(201);
    }

    private String etag(String number) {
        return anyone().get("/api/v1/goods/" + number).header("ETag");
    }

    private String verdict(String number) {
        return anyone().get("/api/v1/verifications", "number", number, "destination", "BY")
                .at("/verdict");
    }
}
