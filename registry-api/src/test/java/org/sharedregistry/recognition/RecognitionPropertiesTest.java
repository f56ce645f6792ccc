package org.sharedregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sharedregistry.recognition.BodyFact.Accreditation;

/** What holds of every answer, whatever the facts. */
class RecognitionPropertiesTest {

    private static final int ROUNDS = 250;

    @Test
    void givesATimelineWithoutGapsInWhichEachPeriodDiffersFromTheNext() {
        everyTime(1, (draw, told) -> {
            List<Finding> timeline = Recognition.timeline(told.facts, told.question);
            assertThat(timeline.get(0).period().from()).isEqualTo(LocalDate.MIN);
            assertThat(timeline.get(timeline.size() - 1).period().to()).isEqualTo(LocalDate.MAX);
            for (int i = 1; i < timeline.size(); i++) {
                Finding before = timeline.get(i - 1);
                Finding after = timeline.get(i);
                assertThat(after.period().from()).isEqualTo(before.period().to());
                assertThat(after.saysTheSameAs(before)).isFalse();
            }
        });
    }

    @Test
    void answersOnADayWhatTheTimelineSaysOfIt() {
        everyTime(2, (draw, told) -> {
            List<Finding> timeline = Recognition.timeline(told.facts, told.question);
            for (int i = 0; i < 20; i++) {
                LocalDate day = draw.day();
                Finding held = timeline.stream()
                        .filter(finding -> finding.period().contains(day))
                        .findFirst()
                        .orElseThrow();
                assertThat(Recognition.on(day, told.facts, told.question).saysTheSameAs(held))
                        .as(day.toString())
                        .isTrue();
            }
        });
    }

    @Test
    void neverTurnsAYesIntoANoByEvidenceThatHoldsLonger() {
        everyTime(3, (draw, told) -> {
            SomeAttestation evidence = draw.one(told.telling.attestations());
            evidence.valid(draw.wider(evidence.validity()));
            assertStillRecognized(told);
        });
    }

    @Test
    void neverTurnsAYesIntoANoByASiteThatIsAuthorizedLonger() {
        everyTime(4, (draw, told) -> {
            RandomFacts.authorize(told.telling, draw.one(RandomFacts.SITES.keySet()), true, draw.period());
            assertStillRecognized(told);
        });
    }

    @Test
    void neverTurnsAYesIntoANoByABodyThatIsAccreditedLonger() {
        everyTime(5, (draw, told) -> {
            String body = draw.one(RandomFacts.BODIES.keySet());
            RandomFacts.accredit(told.telling, body, Accreditation.ACTIVE, draw.period());
            assertStillRecognized(told);
        });
    }

    /** Stronger than not to turn into a no: what was recognised stays it. */
    private static void assertStillRecognized(Told told) {
        List<Finding> wider = Recognition.timeline(told.telling.build(), told.question);
        for (Finding finding : Recognition.timeline(told.facts, told.question)) {
            if (finding.verdict() == Verdict.RECOGNIZED) {
                assertThat(wider)
                        .filteredOn(after -> overlap(after.period(), finding.period()))
                        .extracting(Finding::verdict)
                        .containsOnly(Verdict.RECOGNIZED);
            }
        }
    }

    private static boolean overlap(Period one, Period other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }

    @Test
    void neverChangesAnEarlierAnswerByWhatIsRecordedLater() {
        everyTime(6, (draw, told) -> {
            long known = told.telling.newest();
            for (int i = 0; i < 5; i++) {
                draw.recordMore(told.telling);
            }
            assertThat(Recognition.timeline(told.telling.build(known), told.question))
                    .isEqualTo(Recognition.timeline(told.facts, told.question));
        });
    }

    @Test
    void annulsFromTheStartAsIfTheAttestationHadNeverBeen() {
        everyTime(7, (draw, told) -> {
            String number = draw.one(List.of("C-1", "P-1"));
            told.telling.event(number, StatusEvent.Type.ANNUL, draw.day(), null, Scope.NOTHING);
            Facts annulled = told.telling.build();
            Facts without = told.telling.without(number).build();
            for (int i = 0; i < 20; i++) {
                LocalDate day = draw.day();
                assertThat(Recognition.on(day, annulled, told.question).verdict())
                        .as(day.toString())
                        .isEqualTo(Recognition.on(day, without, told.question).verdict());
            }
        });
    }

    @Test
    void terminatesFromTheDayOnAndNotBefore() {
        everyTime(8, (draw, told) -> {
            String number = draw.one(told.telling.attestations()).number();
            LocalDate terminated = draw.day();
            told.telling.event(number, StatusEvent.Type.TERMINATE, terminated, null, Scope.NOTHING);
            Facts after = told.telling.build();
            for (int i = 0; i < 20; i++) {
                LocalDate before = terminated.minusDays(1 + i * i);
                Question question = told.question;
                if (question.attestationDay(before).isBefore(terminated)) {
                    assertThat(Recognition.on(before, after, question))
                            .isEqualTo(Recognition.on(before, told.facts, question));
                }
            }
        });
    }

    @Test
    void doesNotHeedTheOrderInWhichFactsAreRead() {
        everyTime(9, (draw, told) -> {
            Random random = new Random(draw.day().toEpochDay());
            Facts read = told.facts;
            Facts otherwise = new Facts(
                    read.goods(),
                    read.regime(),
                    shuffled(read.sites(), random),
                    shuffled(read.attestations(), random).stream()
                            .map(versions -> Versions.of(shuffled(versions.newest(), random)))
                            .toList(),
                    shuffled(read.decisions(), random),
                    shuffled(read.inquiries(), random),
                    read.sources());
            assertThat(Recognition.timeline(otherwise, told.question))
                    .isEqualTo(Recognition.timeline(read, told.question));
        });
    }

    private static AttestationFact shuffled(AttestationFact fact, Random random) {
        return new AttestationFact(
                fact.id(),
                fact.kind(),
                fact.number(),
                fact.issued(),
                fact.validity(),
                fact.claims(),
                fact.source(),
                fact.issuer(),
                shuffled(fact.reports(), random),
                shuffled(fact.events(), random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Else the properties would prove little. */
    @Test
    void drawsFactsThatLeadToEveryVerdictOften() {
        Map<Verdict, Integer> reached = new EnumMap<>(Verdict.class);
        everyTime(
                10,
                (draw, told) -> Recognition.timeline(told.facts, told.question).stream()
                        .map(Finding::verdict)
                        .distinct()
                        .forEach(verdict -> reached.merge(verdict, 1, Integer::sum)));
        assertThat(reached)
                .hasSize(6)
                .allSatisfy((verdict, rounds) -> assertThat(rounds).isGreaterThan(ROUNDS / 100));
    }

    private static void everyTime(long seed, Property property) {
        RandomFacts draw = new RandomFacts(new Random(seed));
        for (int round = 0; round < ROUNDS; round++) {
            SomeFacts telling = draw.draw();
            Told told = new Told(telling, telling.build(), draw.question());
            try {
                property.check(draw, told);
            } catch (AssertionError failure) {
                throw new AssertionError("Round " + round + ", " + told.question + ", " + told.facts, failure);
            }
        }
    }

    private interface Property {
        void check(RandomFacts draw, Told told);
    }

    /** @param telling to tell more after the facts were taken down */
    private record Told(SomeFacts telling, Facts facts, Question question) {}
}
