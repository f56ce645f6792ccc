package org.sharedregistry.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;

class VerificationIT extends RegistryHttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ЕАЭС BY/112 02.01. ТР004 003 00123",
                "EAC BY/112 02.01.TP004 003 00123",
                "eaeu by/112 02.01. tr004 003 00123",
                "ЕАЭС ВУ/112 02.01. ТР004 003 00123",
                " \u00a0№ ЕАЭС BY/112 02.01. ТР004 003 00123 ",
                "BY/112 02.01. ТР004 003 00123"
            })
    void answersTheSameForAnySpelling(String number) {
        Client.Answer answer = verify(number, "RU");
        assertThat(answer.at("/document/status")).isEqualTo("VALID");
        assertThat(answer.at("/document/number")).isEqualTo("ЕАЭС BY/112 02.01. ТР004 003 00123");
        assertThat(answer.at("/verdict")).isEqualTo("RECOGNIZED");
        assertThat(answer.at("/matches/0/goods/name")).isEqualTo("Two-compartment refrigerator-freezer RK-300");
        assertThat(answer.at("/rules")).isEqualTo("union-state@2");
    }

    @ParameterizedTest
    @CsvSource({
        // document, destination, status of the document, verdict on the goods
        "ЕАЭС RU С-RU.ЖД99.В.00207/25, BY, VALID, RECOGNIZED",
        "ЕАЭС RU С-RU.НА81.В.00482/25, BY, SUSPENDED, NOT_RECOGNIZED",
        "ЕАЭС BY/112 02.01. ТР004 003.01 00360, RU, ANNULLED, NOT_RECOGNIZED",
        "ЕАЭС BY/112 02.01. ТР004 010.02 00098, RU, EXPIRED, NOT_RECOGNIZED",
        "ЕАЭС BY/112 02.01. ТР004 003.01 00187, RU, PARTLY_SUSPENDED, DEPENDS_ON_ITEM",
        "ЕАЭС N RU Д-RU.РА01.В.33417/21, BY, TERMINATED, RECOGNIZED",
        "ЕАЭС N BY/112 11.01. ТР010 010.02 01944, RU, VALID, NOT_RECOGNIZED",
        "ЕАЭС N BY/112 11.01. ТР010 010.02 01944, BY, VALID, RECOGNIZED",
        "ЕАЭС BY/112 02.01. ТР004 010.02 00276, RU, VALID, CONDITIONAL",
        "ЕАЭС N RU Д-BY.РА01.В.12345/24, RU, VALID, DEPENDS_ON_ITEM",
        "ЕАЭС N RU Д-CN.РА08.В.99017/25, RU, VALID, NOT_APPLICABLE",
        "ЕАЭС RU С-BY.НА81.В.99999/24, RU, NOT_FOUND, NOT_FOUND",
        "ЕАЭС BY/112 02.01. ТР004 003 00123, KZ, VALID, NOT_APPLICABLE",
        // Without its prefix the number names a certificate of the Union and a national one.
        "RU С-BY.НА81.В.00311/25, RU, AMBIGUOUS, AMBIGUOUS",
        "РОСС RU С-BY.НА81.В.00311/25, RU, VALID, RECOGNIZED",
    })
    void keepsTheDocumentAndTheGoodsApart(String number, String destination, String status, String verdict) {
        Client.Answer answer = verify(number, destination);
        assertThat(answer.at("/document/status")).isEqualTo(status);
        assertThat(answer.at("/verdict")).isEqualTo(verdict);
    }

    @Test
    void readsWhatAScannerReads() {
        String gtin = anyone().get("/api/v1/goods/" + number("Холодильник-морозильник двухкамерный РК-300"))
                .at("/description/gtins/0");
        for (String scanned : List.of(
                gtin,
                "0" + gtin,
                "(01)0" + gtin + "(21)A1",
                "https://id.example.org/01/0" + gtin + "/21/A1",
                base() + "/goods/" + number("Холодильник-морозильник двухкамерный РК-300"))) {
            Client.Answer answer = verify(scanned, "RU");
            assertThat(answer.at("/verdict")).as(scanned).isEqualTo("RECOGNIZED");
            assertThat(answer.json().at("/document").isNull()).as(scanned).isTrue();
        }
    }

    @Test
    void answersAsOfAnEarlierDay() {
        String number = "ЕАЭС RU С-RU.НА81.В.00482/25";
        assertThat(verifyOn(number, "BY", "2026-10-11").at("/verdict")).isEqualTo("RECOGNIZED");
        assertThat(verifyOn(number, "BY", "2026-10-12").at("/verdict")).isEqualTo("NOT_RECOGNIZED");
        assertThat(verifyOn(number, "BY", "2026-01-31").at("/matches/0/reasons/0/code"))
                .isEqualTo("AGREEMENT_NOT_IN_FORCE");
        assertThat(verifyOn(number, "BY", "0001-01-01").status()).isEqualTo(200);
        assertThat(verifyOn(number, "BY", "9999-12-31").status()).isEqualTo(200);
    }

    @Test
    void saysWhatItKnewAtAnEarlierMoment() {
        String number = "ЕАЭС BY/112 02.01. ТР031 010.02 00045";
        Client.Answer before = verify(number, "RU");
        assertThat(before.at("/document/status")).isEqualTo("VALID");
        String attestation = before.at("/document/attestation");
        Client body = as("by-cert-minsk");
        Client.Answer suspended = body.post(
                "/api/v1/attestations/" + attestation + "/events",
                Map.of("type", "SUSPEND", "effective", "2026-11-01", "reason", "Проверка"),
                Map.of(
                        "If-Match",
                        body.get("/api/v1/attestations/" + attestation).header("ETag")));
        assertThat(suspended.status()).isEqualTo(200);
        assertThat(verify(number, "RU").at("/document/status")).isEqualTo("SUSPENDED");

        Client.Answer again = anyone().get(
                        "/api/v1/verifications",
                        "number",
                        number,
                        "destination",
                        "RU",
                        "knownAt",
                        before.at("/dataAsOf"));
        assertThat(again.json()).isEqualTo(before.json());

        Client.Answer resumed = body.post(
                "/api/v1/attestations/" + attestation + "/events",
                Map.of("type", "RESUME", "effective", "2026-11-02", "reason", "Проверка завершена"),
                Map.of("If-Match", suspended.header("ETag")));
        assertThat(resumed.status()).isEqualTo(200);
        assertThat(body.post(
                                "/api/v1/attestations/" + attestation + "/events",
                                Map.of("type", "RESUME", "effective", "2026-11-03", "reason", "Ещё раз"),
                                Map.of("If-Match", resumed.header("ETag")))
                        .problem())
                .isEqualTo("illegal-step");
    }

    @Test
    void givesItsReasonsInThreeLanguages() {
        for (String[] expected : new String[][] {
            {"ru", "Соглашение действует"}, {"be", "Пагадненне дзейнічае"}, {"en", "The agreement is in force"}
        }) {
            assertThat(anyone().get(
                                    "/api/v1/verifications",
                                    "number",
                                    "ЕАЭС BY/112 02.01. ТР004 003 00123",
                                    "destination",
                                    "RU",
                                    "lang",
                                    expected[0])
                            .at("/matches/0/reasons/0/text"))
                    .startsWith(expected[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "number, '', invalid-parameter",
        "destination, ZZZ, invalid-parameter",
        "destination, by, invalid-parameter",
        "on, 2026-02-30, invalid-parameter",
        "on, tomorrow, invalid-parameter",
        "purpose, HOLIDAY, invalid-parameter",
        "knownAt, 2999-01-01T00:00:00Z, invalid-parameter",
        "knownAt, yesterday, invalid-parameter",
        "lang, fr, invalid-parameter",
        "onn, 2026-11-23, unknown-parameter",
    })
    void refusesABadQuestionAndSaysWhere(String parameter, String value, String problem) {
        TreeMap<String, String> question = new TreeMap<>(Map.of("number", "12345", "destination", "RU"));
        question.put(parameter, value);
        Client.Answer answer = anyone().get(
                        "/api/v1/verifications",
                        question.entrySet().stream()
                                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                                .toArray(String[]::new));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.at("/parameter")).isEqualTo(parameter);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void refusesANumberOfTenThousandCharactersAndAnswersNonsense() {
        assertThat(verify("9".repeat(10_000), "RU").problem()).isEqualTo("invalid-parameter");
        assertThat(verify("☃ ' or 1=1 -- \u202e", "RU").at("/verdict")).isEqualTo("NOT_FOUND");
    }

    private String number(String name) {
        return anyone().get("/api/v1/goods", "q", "\"" + name + "\"").at("/items/0/registryNumber");
    }

    private Client.Answer verify(String number, String destination) {
        return anyone().get("/api/v1/verifications", "number", number, "destination", destination);
    }

    private Client.Answer verifyOn(String number, String destination, String on) {
        return anyone().get("/api/v1/verifications", "number", number, "destination", destination, "on", on);
    }
}
