package org.sharedregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.recognition.SomeFacts.DAY;
import static org.sharedregistry.recognition.SomeFacts.attestation;
import static org.sharedregistry.recognition.SomeFacts.day;
import static org.sharedregistry.recognition.SomeFacts.event;
import static org.sharedregistry.recognition.SomeFacts.ofAPump;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sharedregistry.recognition.DecisionFact.Action;

class RecognitionTest {

    private static final Question TO_RUSSIA = new Question("RU", Purpose.CUSTOMS, null, null);

    @Test
    void recognisesWhatIsConfirmedAtHomeProvenAndCovered() {
        Finding finding = Recognition.on(DAY, ofAPump().build(), TO_RUSSIA);
        assertThat(finding.verdict()).isEqualTo(Verdict.RECOGNIZED);
        assertThat(codes(finding))
                .containsExactly(
                        ReasonCode.AGREEMENT_IN_FORCE,
                        ReasonCode.REGULATION_IN_FORCE,
                        ReasonCode.REGULATION_IN_FORCE,
                        ReasonCode.SECTOR_COVERED,
                        ReasonCode.PRODUCTION_CONFIRMED,
                        ReasonCode.CONFORMITY_ATTESTED,
                        ReasonCode.CONFIRMED_AT_HOME);
        assertThat(finding.evidence()).extracting(Evidence::number).containsExactly("production", "certificate");
        assertThat(finding.rules()).isEqualTo("test@1");
    }

    @Test
    void recognisesNothingBeforeAllItRestsOnIsInForce() {
        Facts facts = ofAPump().build();
        assertThat(Recognition.on(day("2026-04-09"), facts, TO_RUSSIA).verdict())
                .isEqualTo(Verdict.NOT_RECOGNIZED);
        assertThat(Recognition.on(day("2026-04-10"), facts, TO_RUSSIA).verdict())
                .isEqualTo(Verdict.RECOGNIZED);
        assertThat(codes(Recognition.on(day("2026-01-01"), facts, TO_RUSSIA)))
                .contains(
                        ReasonCode.AGREEMENT_NOT_IN_FORCE,
                        ReasonCode.REGULATION_NOT_IN_FORCE,
                        ReasonCode.SECTOR_NOT_READY);
    }

    @Test
    void stopsRecognisingOnTheDayAfterTheLastDayOfTheEvidence() {
        Facts facts = ofAPump().build();
        assertThat(Recognition.on(day("2029-05-19"), facts, TO_RUSSIA).verdict())
                .isEqualTo(Verdict.RECOGNIZED);
        Finding after = Recognition.on(day("2029-05-20"), facts, TO_RUSSIA);
        assertThat(after.verdict()).isEqualTo(Verdict.NOT_RECOGNIZED);
        assertThat(codes(after)).contains(ReasonCode.CONFORMITY_NOT_ATTESTED, ReasonCode.ATTESTATION_EXPIRED);
    }

    @Test
    void letsOneGoodDocumentOutweighABadOneAndWarns() {
        Facts facts = ofAPump()
                .with(attestation(
                        "second",
                        "CERTIFICATE",
                        day("2024-01-01"),
                        day("2030-01-01"),
                        event(StatusEvent.Type.SUSPEND, "2026-05-01", null)))
                .build();
        Finding finding = Recognition.on(DAY, facts, TO_RUSSIA);
        assertThat(finding.verdict()).isEqualTo(Verdict.RECOGNIZED);
        assertThat(finding.reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo(ReasonCode.ATTESTATION_SUSPENDED);
            assertThat(reason.effect()).isEqualTo(Reason.Effect.WARNS);
        });
    }

    @Test
    void saysWhyTheOnlyDocumentDoesNotCount() {
        for (StatusEvent.Type type :
                List.of(StatusEvent.Type.SUSPEND, StatusEvent.Type.TERMINATE, StatusEvent.Type.ANNUL)) {
            Facts facts = ofAPump()
                    .with(attestation(
                            "certificate",
                            "CERTIFICATE",
                            day("2024-05-20"),
                            day("2029-05-20"),
                            event(type, "2026-05-01", null)))
                    .build();
            Finding finding = Recognition.on(DAY, facts, TO_RUSSIA);
            assertThat(finding.verdict()).as(type.name()).isEqualTo(Verdict.NOT_RECOGNIZED);
            assertThat(codes(finding))
                    .as(type.name())
                    .contains(ReasonCode.CONFORMITY_NOT_ATTESTED)
                    .hasSizeGreaterThan(7);
        }
    }

    @Test
    void reachesBackWithAnAnnulmentButNotWithATermination() {
        Facts terminated = ofAPump()
                .with(attestation(
                        "certificate",
                        "CERTIFICATE",
                        day("2024-05-20"),
                        day("2029-05-20"),
                        event(StatusEvent.Type.TERMINATE, "2026-10-01", null)))
                .build();
        Facts annulled = ofAPump()
                .with(attestation(
                        "certificate",
                        "CERTIFICATE",
                        day("2024-05-20"),
                        day("2029-05-20"),
                        event(StatusEvent.Type.ANNUL, "2026-10-01", null)))
                .build();
        LocalDate before = day("2026-09-01");
        assertThat(Recognition.on(before, terminated, TO_RUSSIA).verdict()).isEqualTo(Verdict.RECOGNIZED);
        assertThat(Recognition.on(before, annulled, TO_RUSSIA).verdict()).isEqualTo(Verdict.NOT_RECOGNIZED);
    }

    @Test
    void asksForTheModelWhenADocumentIsSuspendedForSome() {
        Facts facts = ofAPump()
                .with(attestation(
                        "certificate",
                        "CERTIFICATE",
                        day("2024-05-20"),
                        day("2029-05-20"),
                        event(StatusEvent.Type.PARTLY_SUSPEND, "2026-08-01", null, "B")))
                .build();
        assertThat(Recognition.on(DAY, facts, TO_RUSSIA).verdict()).isEqualTo(Verdict.DEPENDS_ON_ITEM);
        assertThat(Recognition.on(DAY, facts, new Question("RU", Purpose.CUSTOMS, null, "A"))
                        .verdict())
                .isEqualTo(Verdict.RECOGNIZED);
        assertThat(Recognition.on(DAY, facts, new Question("RU", Purpose.CUSTOMS, null, "B"))
                        .verdict())
                .isEqualTo(Verdict.NOT_RECOGNIZED);
    }

    @Test
    void judgesEvidenceOnTheDayOfManufactureInsideTheMarket() {
        Facts facts = ofAPump()
                .with(attestation("certificate", "CERTIFICATE", day("2024-05-20"), day("2026-09-01")))
                .build();
        assertThat(Recognition.on(DAY, facts, TO_RUSSIA).verdict()).isEqualTo(Verdict.NOT_RECOGNIZED);
        Question madeEarlier = new Question("RU", Purpose.CIRCULATION, day("2026-08-01"), null);
        assertThat(Recognition.on(DAY, facts, madeEarlier).verdict()).isEqualTo(Verdict.RECOGNIZED);
    }

    @Test
    void heedsWhatAuthoritiesDecide() {
        assertVerdict(ofAPump().withoutDecisions(), Verdict.NOT_RECOGNIZED, ReasonCode.NOT_CONFIRMED_AT_HOME);
        assertVerdict(
                ofAPump().decided("BY", Action.SUSPEND, "2026-09-01", null),
                Verdict.NOT_RECOGNIZED,
                ReasonCode.SUSPENDED_AT_HOME);
        assertVerdict(
                ofAPump()
                        .decided("BY", Action.SUSPEND, "2026-09-01", null)
                        .decided("BY", Action.RESUME, "2026-10-01", null),
                Verdict.RECOGNIZED,
                ReasonCode.CONFIRMED_AT_HOME);
        assertVerdict(
                ofAPump().decided("BY", Action.WITHDRAW, "2026-09-01", null),
                Verdict.NOT_RECOGNIZED,
                ReasonCode.WITHDRAWN_AT_HOME);
        assertVerdict(
                ofAPump().decided("RU", Action.OBJECT, "2026-09-01", null),
                Verdict.NOT_RECOGNIZED,
                ReasonCode.OBJECTION_RAISED);
        assertVerdict(
                ofAPump().decided("RU", Action.CONDITION, "2026-09-01", null),
                Verdict.CONDITIONAL,
                ReasonCode.CONDITION_SET);
        assertVerdict(
                ofAPump().decided("RU", Action.REFUSE, "2026-09-01", null),
                Verdict.NOT_RECOGNIZED,
                ReasonCode.REFUSED_BY_DECISION);
    }

    @Test
    void countsAnObjectionForItsOwnTerritoryOnly() {
        Facts facts = ofAPump().decided("RU", Action.OBJECT, "2026-09-01", null).build();
        Question atHome = new Question("BY", Purpose.CUSTOMS, null, null);
        assertThat(Recognition.on(DAY, facts, atHome).verdict()).isEqualTo(Verdict.RECOGNIZED);
    }

    @Test
    void letsAProvisionalObjectionLapse() {
        Facts facts = ofAPump()
                .decided("RU", Action.OBJECT, "2026-09-01", "2026-10-01")
                .build();
        assertThat(Recognition.on(day("2026-09-30"), facts, TO_RUSSIA).verdict())
                .isEqualTo(Verdict.NOT_RECOGNIZED);
        assertThat(Recognition.on(day("2026-10-01"), facts, TO_RUSSIA).verdict())
                .isEqualTo(Verdict.RECOGNIZED);
    }

    @Test
    void waitsForTheDestinationsDecisionWhereTheRegimeSaysSo() {
        assertVerdict(ofAPump().destinationDecides(), Verdict.NOT_RECOGNIZED, ReasonCode.NOT_DECIDED);
        assertVerdict(
                ofAPump().destinationDecides().decided("RU", Action.RECOGNIZE, "2026-05-01", null),
                Verdict.RECOGNIZED,
                ReasonCode.RECOGNIZED_BY_DECISION);
    }

    @Test
    void saysNothingAboutGoodsAndPlacesOutsideTheRegime() {
        Finding elsewhere = Recognition.on(DAY, ofAPump().build(), new Question("KZ", Purpose.CUSTOMS, null, null));
        assertThat(elsewhere.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertVerdict(ofAPump().madeIn("CN"), Verdict.NOT_APPLICABLE, ReasonCode.ORIGIN_OUTSIDE_REGIME);
    }

    @Test
    void givesATimelineWithoutGapsInWhichEachPeriodDiffersFromTheNext() {
        Random random = new Random(20261123);
        for (int round = 0; round < 200; round++) {
            Facts facts = someFacts(random).build();
            List<Finding> timeline = Recognition.timeline(facts, TO_RUSSIA);
            assertThat(timeline.get(0).period().from()).isEqualTo(LocalDate.MIN);
            assertThat(timeline.get(timeline.size() - 1).period().to()).isEqualTo(LocalDate.MAX);
            for (int i = 1; i < timeline.size(); i++) {
                assertThat(timeline.get(i).period().from())
                        .isEqualTo(timeline.get(i - 1).period().to());
                assertThat(timeline.get(i).saysTheSameAs(timeline.get(i - 1))).isFalse();
            }
            LocalDate any = DAY.plusDays(random.nextInt(3000) - 1500);
            Finding holding = timeline.stream()
                    .filter(finding -> finding.period().contains(any))
                    .findFirst()
                    .orElseThrow();
            assertThat(Recognition.on(any, facts, TO_RUSSIA).saysTheSameAs(holding))
                    .as("round %s, on %s", round, any)
                    .isTrue();
        }
    }

    @Test
    void neverTurnsAYesIntoANoByEvidenceThatHoldsLonger() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            LocalDate from = day("2024-01-01").plusDays(random.nextInt(900));
            LocalDate to = from.plusDays(1 + random.nextInt(900));
            SomeFacts some = someFacts(random);
            LocalDate on = day("2026-04-10").plusDays(random.nextInt(900));
            Facts narrow = some.with(attestation("certificate", "CERTIFICATE", from, to))
                    .build();
            Verdict before = Recognition.on(on, narrow, TO_RUSSIA).verdict();
            Facts wide = some.with(attestation(
                            "certificate",
                            "CERTIFICATE",
                            from.minusDays(random.nextInt(300)),
                            to.plusDays(random.nextInt(300))))
                    .build();
            Verdict after = Recognition.on(on, wide, TO_RUSSIA).verdict();
            assertThat(before == Verdict.RECOGNIZED && after == Verdict.NOT_RECOGNIZED)
                    .as("round %s, on %s, from %s to %s", round, on, from, to)
                    .isFalse();
        }
    }

    private static SomeFacts someFacts(Random random) {
        SomeFacts facts = ofAPump();
        Action[] actions = Action.values();
        for (int i = random.nextInt(4); i > 0; i--) {
            String by = random.nextBoolean() ? "BY" : "RU";
            LocalDate from = DAY.minusDays(random.nextInt(300));
            facts.decided(
                    by,
                    actions[random.nextInt(actions.length)],
                    from.toString(),
                    random.nextBoolean()
                            ? null
                            : from.plusDays(random.nextInt(100)).toString());
        }
        return facts;
    }

    private static void assertVerdict(SomeFacts facts, Verdict verdict, ReasonCode reason) {
        Finding finding = Recognition.on(DAY, facts.build(), TO_RUSSIA);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(codes(finding)).contains(reason);
    }

    private static List<ReasonCode> codes(Finding finding) {
        return finding.reasons().stream().map(Reason::code).toList();
    }
}
