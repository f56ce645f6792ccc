package org.sharedregistry.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestations.NewAttestation;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Likeness;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finding an attestation by what is typed or scanned, and guessing what was meant. */
class NumbersIT extends RegistryHttpTest {

    private static final Caller BODY = new Caller("kg-cert", Role.BODY, "KG", null);
    private static final String CARDS = "https://pub.fsa.gov.ru/rss/certificate/view/";
    private static final String CERTIFICATE = "ЕАЭС RU С-BY.НА81.В.00123/24";

    @Autowired
    private Attestations attestations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void findsACertificateByItsCardInAStatesRegister() {
        String number = "ЕАЭС RU С-RU.ЖД98.В.70001/26";
        enter(AttestationKind.EAEU_CERTIFICATE, number, Set.of(CARDS + "90000001/baseInfo"));

        for (String scanned : List.of(
                CARDS + "90000001",
                "HTTPS://PUB.FSA.GOV.RU/RSS/CERTIFICATE/VIEW/90000001/PRODUCT",
                "Проверить:\n" + CARDS + "90000001/baseInfo\n")) {
            Client.Answer answer = verify(scanned);
            assertThat(answer.at("/document/number")).as(scanned).isEqualTo(number);
            assertThat(answer.at("/document/status")).as(scanned).isEqualTo("VALID");
        }
        assertThat(verify("https://pub.fsa.gov.ru/rds/declaration/view/90000001")
                        .at("/document/status"))
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void keepsEveryAttestationThatNamesACard() {
        Set<String> card = Set.of(CARDS + "90000002");
        enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖД98.В.70002/26", card);
        enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖД98.В.70003/26", card);

        assertThat(verify(CARDS + "90000002").at("/document/status")).isEqualTo("AMBIGUOUS");
    }

    @Test
    void findsByACardFromTheRecordThatNamesItOn() {
        String card = CARDS + "90000003";
        Attestation entered = enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖД98.В.70004/26", Set.of(card));

        assertThat(named(card, entered.revision())).containsExactly(entered.number());
        assertThat(named(card, entered.revision() - 1)).isEmpty();
    }

    @Test
    void refusesWhatIsTheAddressOfNoCard() {
        Set<String> shop = Set.of("https://shop.example/90000004");
        assertThatThrownBy(() -> enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖД98.В.70005/26", shop))
                .isInstanceOf(RegistryProblem.class)
                .hasMessageContaining("https://shop.example/90000004");
        assertThat(named("ЕАЭС RU С-RU.ЖД98.В.70005/26", Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ЕАЭС RU С-BY.НА8I.В.00123/24",
                "ЕАЭС RU С-8Y.НА8l.В.00123/24",
                "RU C-BY.HA81.8.OO123/24",
                "РОСС RU С-BY.НА81.В.00123/24",
                "ЕАЭС RU С-BY.НА18.В.00123/24",
                "ЕАЭС RU С-BY.НА81.В.00123 24",
                "С-BY.НА81.00123/24",
                "00123/24",
            })
    void findsNothingUnderAWrongNumberButProposesTheRightOne(String typed) {
        assertThat(named(typed, Long.MAX_VALUE)).isEmpty();
        assertThat(similar(typed, Long.MAX_VALUE)).contains(CERTIFICATE);
    }

    @ParameterizedTest
    @CsvSource({
        "ЕАЭС BY/112 02.01. ТР0О4 003 00123, ЕАЭС BY/112 02.01. ТР004 003 00123",
        "№ ЕАЭС 8У/112 02.01. ТР004 003 00I23, ЕАЭС BY/112 02.01. ТР004 003 00123",
        "ЕАЭС BY/112 02.01. ТР018 010.02 00276, ЕАЭС BY/112 02.01. ТР004 010.02 00276",
        "ЕАЭС KG417/O99.RU.02.0456l, ЕАЭС KG417/099.RU.02.04561",
        "РПП-1OO12345, 10012345",
        "99857\\1\\2O21, 99857\\1\\2021",
        "ВУРR51O3384802, BYPR5103384802",
        "ЕР-ВУ-2026-0OO417, ЕР-BY-2026-000417",
    })
    void proposesTheLikestFirst(String typed, String meant) {
        assertThat(similar(typed, Long.MAX_VALUE)).startsWith(meant);
    }

    @Test
    void proposesConfusedNumbersBeforeThoseWithEqualSerialAndYear() {
        IntStream.range(10, 20)
                .forEach(i -> enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖД" + i + ".В.70805/26", Set.of()));
        enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖЯ88.В.70805/26", Set.of());

        assertThat(similar("ЕАЭС RU С-RU.ЖЯ8В.В.7O805/26", Long.MAX_VALUE))
                .hasSize(5)
                .startsWith("ЕАЭС RU С-RU.ЖЯ88.В.70805/26")
                .doesNotHaveDuplicates();
    }

    @Test
    void proposesNoNumberThatWasNotRecordedThen() {
        Attestation entered = enter(AttestationKind.EAEU_CERTIFICATE, "ЕАЭС RU С-RU.ЖД98.В.70006/26", Set.of());

        assertThat(similar("ЕАЭС RU С-RU.ЖД9В.В.70006/26", entered.revision())).containsExactly(entered.number());
        assertThat(similar("ЕАЭС RU С-RU.ЖД9В.В.70006/26", entered.revision() - 1))
                .isEmpty();
    }

    @Test
    void proposesNeitherSecretNumbersNorTheOneThatWasAskedFor() {
        assertThat(similar("ДЛ-O417/2024", Long.MAX_VALUE)).isEmpty();
        assertThat(similar(CERTIFICATE, Long.MAX_VALUE)).doesNotContain(CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "сертификат",
                "ЕАЭС RU С-RU.ЖД98.В.99999/99",
                "https://pub.fsa.gov.ru/rss/certificate/view/10012345",
                "SPOT:10012345",
                "☃ ' or 1=1 --",
            })
    void proposesNothingForWhatIsLikeNoNumber(String typed) {
        assertThat(similar(typed, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void keepsTheLikenessOfEveryNumberAsTheDatabaseComputesIt() {
        List<? extends Map<String, ?>> rows = jdbc.sql("select key, skeleton, number, tail from attestation")
                .query()
                .listOfRows();
        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            String key = String.valueOf(row.get("key"));
            assertThat(row.get("skeleton"))
                    .isEqualTo(Likeness.of(key.substring(key.indexOf('|') + 1)).skeleton());
            Set<String> tails = Likeness.of(String.valueOf(row.get("number"))).tails();
            if (row.get("tail") == null) {
                assertThat(tails).isEmpty();
            } else {
                assertThat(tails).contains(String.valueOf(row.get("tail")));
            }
        });
    }

    private Attestation enter(AttestationKind kind, String number, Set<String> cards) {
        AttestationContent content = new AttestationContent(
                null,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                null,
                cards,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null);
        return attestations.enter(BODY, new NewAttestation(kind, number, null, null, content), List.of());
    }

    private List<String> named(String typed, long known) {
        return attestations.named(typed, known).stream()
                .map(Attestation::number)
                .toList();
    }

    private List<String> similar(String typed, long known) {
        return attestations.similar(typed, Identifiers.read(typed), known);
    }

    private Client.Answer verify(String scanned) {
        return anyone().get("/api/v1/verifications", "number", scanned, "destination", "RU");
    }
}
