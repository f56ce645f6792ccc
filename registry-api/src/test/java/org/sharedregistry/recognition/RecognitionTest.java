package org.sharedregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.recognition.SomeFacts.DAY;
import static org.sharedregistry.recognition.SomeFacts.day;
import static org.sharedregistry.recognition.SomeFacts.days;
import static org.sharedregistry.recognition.SomeFacts.ofAPump;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sharedregistry.recognition.RegimeFact.Deadline;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.recognition.RegimeFact.Silence;
import org.sharedregistry.recognition.Versions.Version;

/** What is not said of one day: answers over time, their evidence, and what facts tell by themselves. */
class RecognitionTest {

    private static final Question TO_RUSSIA = Question.atTheBorderOf("RU");

    @Test
    void tellsTheWholeLifeOfGoods() {
        Facts facts = ofAPump()
                .event("C-1", StatusEvent.Type.SUSPEND, day("2026-06-01"), day("2026-06-30"), Scope.NOTHING)
                .build();
        assertThat(Recognition.timeline(facts, TO_RUSSIA))
                .filteredOn(finding -> !finding.period().from().isBefore(day("2026-04-10")))
                .extracting(finding -> finding.period().from() + " " + finding.verdict())
                .containsExactly(
                        "2026-04-10 RECOGNIZED",
                        "2026-06-01 NOT_RECOGNIZED",
                        "2026-07-01 RECOGNIZED",
                        "2029-05-20 NOT_RECOGNIZED",
                        "2030-06-06 NOT_RECOGNIZED");
    }

    @Test
    void answersForOneDayAlone() {
        assertThat(Recognition.on(DAY, ofAPump().build(), TO_RUSSIA).period())
                .isEqualTo(new Period(DAY, DAY.plusDays(1)));
    }

    @Test
    void namesTheEvidenceAndWhatItProves() {
        Facts facts = ofAPump()
                .with(SomeAttestation.of("DECLARATION", "D-1", days("2024-01-01", "2026-01-01"))
                        .forRegulations(Set.of("TR-10")))
                .build();
        assertThat(Recognition.on(DAY, facts, TO_RUSSIA).evidence())
                .containsExactly(
                        evidence("PRODUCTION_CERTIFICATE", "P-1", "production", AttestationStatus.VALID, "2030-06-05"),
                        evidence("CERTIFICATE", "C-1", "TR-10", AttestationStatus.VALID, "2029-05-19"),
                        evidence("DECLARATION", "D-1", "TR-10", AttestationStatus.EXPIRED, "2026-01-01"));
    }

    private static Evidence evidence(
            String kind, String number, String proves, AttestationStatus status, String lastDay) {
        boolean carries = status == AttestationStatus.VALID;
        return new Evidence("id of " + number, kind, number, proves, carries, status, day(lastDay));
    }

    @Test
    void namesTheVersionOfTheRegimeThatAnswers() {
        SomeFacts facts = ofAPump();
        facts.regimeFrom(DAY).recognising("RU", Mode.BY_DECISION);
        assertThat(Recognition.on(DAY.minusDays(1), facts.build(), TO_RUSSIA).rules())
                .isEqualTo("test@1");
        assertThat(Recognition.on(DAY, facts.build(), TO_RUSSIA).rules()).isEqualTo("test@2");
    }

    @Test
    void judgesTheSameFactsByAnotherVersionOfTheRegime() {
        SomeRegime stricter = ofAPump().regime().next().recognising("RU", Mode.BY_DECISION);
        Facts facts = ofAPump().build().under(Versions.of(stricter.build()));
        assertThat(Recognition.on(DAY, facts, TO_RUSSIA).verdict()).isEqualTo(Verdict.NOT_RECOGNIZED);
    }

    @Test
    void tellsOtherGoodsFromGoodsThatAreNotRecognised() {
        Question other = new Question("RU", Purpose.CUSTOMS, null, Item.ofModel("VN-90"));
        assertThat(Recognition.on(DAY, ofAPump().build(), other).isAboutOtherGoods())
                .isTrue();
        assertThat(Recognition.on(DAY, ofAPump().without("C-1").build(), TO_RUSSIA)
                        .isAboutOtherGoods())
                .isFalse();
    }

    @Test
    void countsTheVersionRecordedLastOnTheDaysItHolds() {
        Versions<String> versions = new Versions<>(List.of(
                new Version<>(Period.ALWAYS, 1, "first"),
                new Version<>(days("2026-03-01", "2026-03-31"), 2, "second")));
        assertThat(versions.on(day("2026-02-28"))).contains("first");
        assertThat(versions.on(day("2026-03-01"))).contains("second");
        assertThat(versions.on(day("2026-04-01"))).contains("first");
        assertThat(versions.upTo(1).on(day("2026-03-01"))).contains("first");
        assertThat(versions.upTo(0).on(day("2026-03-01"))).isEmpty();
        assertThat(versions.newest()).isEqualTo("second");
    }

    @Test
    void saysWhetherADocumentCoversTheItemAtHand() {
        SomeFacts facts =
                ofAPump().event("C-1", StatusEvent.Type.PARTLY_SUSPEND, DAY, null, Scope.ofModels(Set.of("VN-80")));
        facts.attestation("C-1").onlyModels(Set.of("VN-50", "VN-80"));
        AttestationFact certificate = facts.build().attestations().get(1).newest();
        assertThat(certificate.covers(Item.UNNAMED, DAY)).isEmpty();
        assertThat(certificate.covers(Item.ofModel("VN-50"), DAY)).contains(true);
        assertThat(certificate.covers(Item.ofModel("VN-80"), DAY)).contains(false);
        assertThat(certificate.covers(Item.ofModel("VN-80"), DAY.minusDays(1))).contains(true);
        assertThat(certificate.covers(Item.ofModel("VN-90"), DAY)).contains(false);
    }

    @Test
    void knowsAnExtensionFromTheDayItActs() {
        SomeFacts facts = ofAPump().event("C-1", StatusEvent.Type.EXTEND, DAY, day("2031-05-19"), Scope.NOTHING);
        AttestationFact certificate = facts.build().attestations().get(1).newest();
        assertThat(certificate.lastDay(DAY.minusDays(1))).contains(day("2029-05-19"));
        assertThat(certificate.lastDay(DAY)).contains(day("2031-05-19"));
    }

    @Test
    void movesADeadlineOnByTheDaysThatWereWaited() {
        LocalDate submitted = day("2026-04-05");
        Deadline deadline = new Deadline(30, 20, Silence.NOTHING);
        InquiryFact first = new InquiryFact("BY", new Period(day("2026-04-20"), day("2026-05-10")));
        InquiryFact afterTheFirstTerm = new InquiryFact("BY", new Period(day("2026-05-15"), day("2026-05-20")));
        assertThat(deadline.due(submitted, List.of())).isEqualTo("2026-05-05");
        assertThat(deadline.due(submitted, List.of(afterTheFirstTerm))).isEqualTo("2026-05-05");
        assertThat(deadline.due(submitted, List.of(afterTheFirstTerm, first))).isEqualTo("2026-05-30");
    }
}
