package org.sharedregistry.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.recognition.Verdict.CONDITIONAL;
import static org.sharedregistry.recognition.Verdict.DEPENDS_ON_ITEM;
import static org.sharedregistry.recognition.Verdict.NOT_RECOGNIZED;
import static org.sharedregistry.recognition.Verdict.RECOGNIZED;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sharedregistry.demo.DocumentSource.Goods;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.ReasonCode;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.Verdict;

/** What the demo's goods are answered with, on the day the demo was made and years later. */
class DemoOutcomesTest {

    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);
    private static final LocalDate LATER = LocalDate.of(2028, 11, 1);

    private final DocumentSource source;
    private final DemoFacts facts;

    DemoOutcomesTest() throws IOException {
        source = DocumentSource.read();
        facts = new DemoFacts(source);
    }

    @ParameterizedTest
    @CsvSource({
        "cooktop-vp2, WITHDRAWN_AT_HOME",
        "psu-bp24, SUSPENDED_AT_HOME",
        "cultivator-kp4, NOT_CONFIRMED_AT_HOME",
        "seeder-sp6, OBJECTION_RAISED",
        "pressbrake-op100, REFUSED_BY_DECISION",
        "grinder-osh1, PRODUCTION_NOT_CONFIRMED",
        "stove-ep4, ATTESTATION_EXPIRED",
        "switchboard-shr1, ATTESTATION_ANNULLED",
        "truck-pg15, ATTESTATION_SUSPENDED",
        "workbench-ov2, SECTOR_NOT_COVERED",
        "toy-tractor, SECTOR_NOT_COVERED"
    })
    void refusesForOneReasonEach(String key, ReasonCode reason) {
        Finding finding = abroad(source.goods(key), NOW);
        assertThat(finding.verdict()).as(finding.reasons().toString()).isEqualTo(NOT_RECOGNIZED);
        assertThat(blocking(finding)).contains(reason).allMatch(code -> saysTheSame(code, reason));
    }

    @Test
    void letsPassOnConditionOrByModel() {
        assertThat(abroad(source.goods("dishwasher-pm60"), NOW).verdict()).isEqualTo(CONDITIONAL);
        assertThat(abroad(source.goods("freezer-mk120"), NOW).verdict()).isEqualTo(DEPENDS_ON_ITEM);
    }

    @Test
    void recognizesMostOfTheRestForYears() {
        assertThat(abroad(source.goods("tractor-bt1220"), NOW).verdict()).isEqualTo(RECOGNIZED);
        assertThat(recognized(NOW)).hasSizeGreaterThanOrEqualTo(14);
        assertThat(recognized(LATER)).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void coversRecognizedAndUnrecognizedGoodsByOneDeclaration() {
        Set<Verdict> verdicts = source.attestation("decl-kitchen").goods().stream()
                .map(key -> abroad(source.goods(key), NOW).verdict())
                .collect(Collectors.toSet());
        assertThat(verdicts).containsExactlyInAnyOrder(RECOGNIZED, NOT_RECOGNIZED);
    }

    private List<String> recognized(LocalDate day) {
        return source.goods().stream()
                .filter(Goods::submitted)
                .filter(goods -> abroad(goods, day).verdict() == RECOGNIZED)
                .map(Goods::key)
                .toList();
    }

    private Finding abroad(Goods goods, LocalDate day) {
        String home = source.manufacturer(goods.manufacturer()).state();
        Question question = new Question(home.equals("BY") ? "RU" : "BY", Purpose.CUSTOMS, null, null);
        return Recognition.on(day, facts.of(goods), question);
    }

    private static List<ReasonCode> blocking(Finding finding) {
        return finding.reasons().stream()
                .filter(reason -> reason.effect() == Reason.Effect.BLOCKS)
                .map(Reason::code)
                .toList();
    }

    /** What happened to an attestation comes with the code that says what lacks because of it. */
    private static boolean saysTheSame(ReasonCode code, ReasonCode reason) {
        return code == reason
                || (reason.name().startsWith("ATTESTATION_") && code == ReasonCode.CONFORMITY_NOT_ATTESTED)
                || (reason == ReasonCode.PRODUCTION_NOT_CONFIRMED && code == ReasonCode.ATTESTATION_EXPIRED);
    }
}
