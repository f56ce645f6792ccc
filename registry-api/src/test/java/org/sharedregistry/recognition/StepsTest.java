package org.sharedregistry.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may be decided next, as approved in {@code steps.txt}. */
class StepsTest {

    private static final LocalDate DAY = SomeFacts.DAY;

    @Test
    void leavesOpenTheStepsThatWereApproved() throws IOException {
        Stream<String> attestations = Arrays.stream(AttestationStatus.values())
                .map(status -> line("attestation", status, status.openSteps()));
        Stream<String> home = Arrays.stream(RecognitionStatus.values())
                .map(status -> line("at home", status, status.openSteps(true)));
        Stream<String> abroad = Arrays.stream(RecognitionStatus.values())
                .map(status -> line("abroad", status, status.openSteps(false)));
        String steps = Stream.of(attestations, home, abroad)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(steps).isEqualTo(approved());
    }

    private static String line(String whose, Enum<?> status, Collection<?> steps) {
        return "%-12s %-17s %s"
                .formatted(whose, status, steps.stream().map(Object::toString).collect(Collectors.joining(" ")))
                .stripTrailing();
    }

    private static String approved() throws IOException {
        try (InputStream file = Objects.requireNonNull(StepsTest.class.getResourceAsStream("/recognition/steps.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void archivesOnceAndLeavesTheCourtItsWay() {
        SomeFacts facts = SomeFacts.ofAPump()
                .event("C-1", StatusEvent.Type.ANNUL, DAY, null, Scope.NOTHING)
                .event("C-1", StatusEvent.Type.ARCHIVE, DAY, null, Scope.NOTHING);
        assertThat(certificate(facts).openSteps(DAY)).containsExactly(StatusEvent.Type.RESTORE);
    }

    @Test
    void takesWhatACourtRestoredOutOfTheArchive() {
        SomeFacts facts = SomeFacts.ofAPump()
                .event("C-1", StatusEvent.Type.ANNUL, DAY, null, Scope.NOTHING)
                .event("C-1", StatusEvent.Type.ARCHIVE, DAY, null, Scope.NOTHING)
                .event("C-1", StatusEvent.Type.RESTORE, DAY, null, Scope.NOTHING);
        assertThat(certificate(facts).isArchived()).isFalse();
        assertThat(certificate(facts).openSteps(DAY)).contains(StatusEvent.Type.SUSPEND);
    }

    @Test
    void tellsHowFarAnAuthorityHasCome() {
        SomeFacts facts = SomeFacts.ofAPump();
        assertStatus(facts, "RU", RecognitionStatus.UNDECIDED);
        assertStatus(decided(facts, DecisionFact.Action.RECOGNIZE), "RU", RecognitionStatus.RECOGNIZED);
        assertStatus(decided(facts, DecisionFact.Action.CONDITION), "RU", RecognitionStatus.CONDITIONAL);
        assertStatus(decided(facts, DecisionFact.Action.SUSPEND), "RU", RecognitionStatus.SUSPENDED);
        assertStatus(decided(facts, DecisionFact.Action.RESUME), "RU", RecognitionStatus.CONDITIONAL);
        assertStatus(decided(facts, DecisionFact.Action.OBJECT), "RU", RecognitionStatus.OBJECTED);
        assertStatus(decided(facts, DecisionFact.Action.RESUME), "RU", RecognitionStatus.CONDITIONAL);
        assertStatus(decided(facts, DecisionFact.Action.REFUSE), "RU", RecognitionStatus.REFUSED);
        assertStatus(decided(facts, DecisionFact.Action.WITHDRAW), "RU", RecognitionStatus.WITHDRAWN);
        assertStatus(decided(facts, DecisionFact.Action.SUSPEND), "RU", RecognitionStatus.WITHDRAWN);
        assertStatus(facts, "BY", RecognitionStatus.RECOGNIZED);
    }

    private static SomeFacts decided(SomeFacts facts, DecisionFact.Action action) {
        return facts.decided("RU", action, Period.since(DAY));
    }

    private static void assertStatus(SomeFacts facts, String state, RecognitionStatus status) {
        assertThat(RecognitionStatus.of(facts.build().decisions(), state, DAY)).isEqualTo(status);
    }

    private static AttestationFact certificate(SomeFacts facts) {
        return facts.build().attestations().stream()
                .map(Versions::newest)
                .filter(attestation -> attestation.number().equals("C-1"))
                .findFirst()
                .orElseThrow();
    }
}
