package org.sharedregistry.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import tools.jackson.databind.JsonNode;

class EvidenceIT extends RegistryHttpTest {

    @Test
    void linksWhatAnEntryRestsOn() {
        JsonNode evidence = evidence(anyone(), "РК-300");
        assertThat(evidence.at("/manufacturer/taxId").asString()).isEqualTo("199999016");
        JsonNode certificate = paper(evidence, "ЕАЭС BY/112 02.01. ТР004 003 00123");
        JsonNode report = paper(evidence, "ДЛ-0417/2024");
        assertThat(certificate.at("/restsOn/0").asString())
                .isEqualTo(report.at("/attestation/id").asString());
        assertThat(evidence.at("/bodies")
                        .valueStream()
                        .map(body -> body.path("id").asString()))
                .contains(certificate.at("/attestation/body").asString());
        JsonNode recognition = evidence.at("/recognitions/0");
        assertThat(recognition.path("verdictToday").asString()).isEqualTo("RECOGNIZED");
        assertThat(recognition.at("/restsOn").valueStream())
                .anyMatch(each -> each.path("number").asString().equals("ЕАЭС BY/112 02.01. ТР004 003 00123")
                        && each.path("carries").asBoolean());
    }

    @Test
    void showsRestrictedDocumentsToThoseWhoMayReadThem() {
        assertThat(kinds(anyone(), "РК-300")).doesNotContain("TEST_REPORT");
        assertThat(kinds(as("svisloch-kholod"), "РК-300")).contains("TEST_REPORT");
        assertThat(kinds(as("authority-RU-1"), "РК-300")).contains("TEST_REPORT");
        assertThat(kinds(as("berezina-traktor"), "РК-300")).doesNotContain("TEST_REPORT");
    }

    @Test
    void flagsTheRecognitionWhoseEvidenceWasSuspendedSince() {
        JsonNode recognition = evidence(anyone(), "ПГ-15").at("/recognitions/0");
        assertThat(recognition
                        .at("/weakened")
                        .valueStream()
                        .map(reason -> reason.path("code").asString()))
                .contains("ATTESTATION_SUSPENDED");
    }

    private JsonNode evidence(Client client, String model) {
        String number = anyone().get("/api/v1/goods", "q", model).at("/items/0/registryNumber");
        return client.get("/api/v1/goods/" + number + "/evidence").json();
    }

    private static JsonNode paper(JsonNode evidence, String number) {
        return evidence.at("/attestations")
                .valueStream()
                .filter(paper -> paper.at("/attestation/number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> kinds(Client client, String model) {
        return evidence(client, model)
                .at("/documents")
                .valueStream()
                .map(document -> document.path("kind").asString())
                .toList();
    }
}
