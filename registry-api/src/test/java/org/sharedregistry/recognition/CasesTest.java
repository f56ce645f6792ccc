package org.sharedregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sharedregistry.recognition.Reason.Effect;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.recognition.RegimeFact.Party;
import org.sharedregistry.recognition.RegimeFact.Silence;
import org.sharedregistry.recognition.RegimeFact.Weakness;
import org.sharedregistry.recognition.TableCase.Expected;

/** The rules, as the table in {@code cases.yaml} tells them case by case. */
class CasesTest {

    private static final CaseTable TABLE = CaseTable.read();

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        return TABLE.cases().stream().map(each -> dynamicTest(each.name().text(), () -> assertAnswer(each)));
    }

    private static void assertAnswer(TableCase told) {
        Finding finding = told.finding(told.facts(TABLE.story()));
        List<Reason> unexplained = new ArrayList<>(finding.reasons());
        unexplained.removeIf(reason -> reason.effect() == Effect.SUPPORTS
                || told.because().stream().anyMatch(expected -> expected.fits(reason)));
        assertThat(finding.verdict())
                .as("line %d: %s", told.name().number(), written(finding.reasons()))
                .isEqualTo(told.verdict());
        assertThat(told.because())
                .as("line %d: %s", told.name().number(), written(finding.reasons()))
                .allMatch(expected -> finding.reasons().stream().anyMatch(expected::fits));
        assertThat(told.notBecause())
                .as("line %d: %s", told.name().number(), written(finding.reasons()))
                .noneMatch(expected -> finding.reasons().stream().anyMatch(expected::fits));
        assertThat(unexplained)
                .as("line %d: reasons the table does not give", told.name().number())
                .isEmpty();
    }

    private static String written(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> "%n- %s %s %s since %s"
                        .formatted(reason.effect(), reason.code(), reason.subject(), reason.since()))
                .collect(Collectors.joining());
    }

    @Test
    void tellsTheStoryOfThePump() {
        SomeFacts told = new SomeFacts();
        TABLE.story().forEach(line -> line.tell(told));
        assertThat(told.build()).isEqualTo(SomeFacts.ofAPump().build());
    }

    @Test
    void tellsEveryCaseOnce() {
        assertThat(TABLE.cases()).hasSizeGreaterThanOrEqualTo(90);
        assertThat(TABLE.cases()).extracting(told -> told.name().text()).doesNotHaveDuplicates();
    }

    @Test
    void givesEveryReason() {
        assertThat(namedInCases(told -> told.because().stream().map(Expected::code)))
                .containsExactlyInAnyOrder(ReasonCode.values());
    }

    @Test
    void reachesEveryVerdictOnGoods() {
        assertThat(namedInCases(told -> Stream.of(told.verdict())))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(Verdict.NOT_FOUND, Verdict.AMBIGUOUS)));
    }

    @Test
    void asksForEveryPurpose() {
        assertThat(namedInCases(told -> Stream.of(told.question().purpose())))
                .containsExactlyInAnyOrder(Purpose.values());
    }

    @Test
    void tellsOfEveryKindOfFact() {
        assertThat(inFacts(facts -> facts.attestations().stream()
                        .flatMap(each -> each.newest().events().stream())
                        .map(StatusEvent::type)))
                .containsExactlyInAnyOrder(StatusEvent.Type.values());
        assertThat(inFacts(facts -> facts.decisions().stream().map(DecisionFact::action)))
                .containsExactlyInAnyOrder(DecisionFact.Action.values());
        assertThat(inFacts(facts -> parties(facts).map(Party::mode))).containsExactlyInAnyOrder(Mode.values());
        assertThat(inFacts(facts -> parties(facts).map(party -> party.decision().silence())))
                .containsExactlyInAnyOrder(Silence.values());
    }

    @Test
    void takesEveryWeaknessBothWays() {
        Set<String> both = Arrays.stream(Weakness.values())
                .flatMap(weakness -> Stream.of(weakness + "=WARNS", weakness + "=BLOCKS"))
                .collect(Collectors.toSet());
        assertThat(inFacts(facts -> regimes(facts)
                        .flatMap(regime -> regime.weaknesses().entrySet().stream())
                        .map(Object::toString)))
                .isEqualTo(both);
    }

    private static <T> Set<T> namedInCases(Function<TableCase, Stream<T>> named) {
        return TABLE.cases().stream().flatMap(named).collect(Collectors.toSet());
    }

    private static <T> Set<T> inFacts(Function<Facts, Stream<T>> named) {
        return namedInCases(told -> named.apply(told.facts(TABLE.story())));
    }

    private static Stream<RegimeFact> regimes(Facts facts) {
        return facts.regime().recorded().stream().map(Versions.Version::fact);
    }

    private static Stream<Party> parties(Facts facts) {
        return regimes(facts).flatMap(regime -> regime.parties().stream());
    }
}
