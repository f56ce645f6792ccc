package org.sharedregistry.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact.Party;
import org.sharedregistry.recognition.Verdict;

/**
 * What good thing of some goods ends before long.
 *
 * @param key {@code attestation} or {@code recognition}
 * @param subject the id of what ends
 * @param number of the attestation; the address of the goods for a recognition
 * @param lastDay on which it still is
 * @param days within how many days it ends: 60, 30 or 7
 */
record Ending(String key, String subject, String number, LocalDate lastDay, int days) {

    /** Days before the end, the fewest first. */
    private static final int[] AHEAD = {7, 30, 60};

    /** What of these goods ends within sixty days. */
    static List<Ending> of(Dossier dossier, LocalDate today) {
        List<Ending> endings = new ArrayList<>();
        for (Attestation attestation : dossier.attestations()) {
            if (attestation.fact().on(today).status() == AttestationStatus.VALID) {
                attestation
                        .fact()
                        .lastDay(today)
                        .flatMap(last ->
                                ending("attestation", attestation.id().toString(), attestation.number(), last, today))
                        .ifPresent(endings::add);
            }
        }
        recognizedUntil(dossier, today)
                .flatMap(last -> ending(
                        "recognition",
                        dossier.entry().id().toString(),
                        dossier.entry().address(),
                        last,
                        today))
                .ifPresent(endings::add);
        return endings;
    }

    /** Tells this ending, this far ahead, from all others. */
    String event() {
        return key + ":" + subject + ":" + lastDay + ":" + days;
    }

    /** The nearest last day of a recognition that holds today in one of the parties. */
    private static Optional<LocalDate> recognizedUntil(Dossier dossier, LocalDate today) {
        if (dossier.entry().isDraft()) {
            return Optional.empty();
        }
        Facts facts = dossier.facts();
        return dossier.newestRegime().parties().stream()
                .map(Party::state)
                .flatMap(state -> recognizedUntil(facts, state, today).stream())
                .min(Comparator.naturalOrder());
    }

    /** The verdicts may change between recognised and recognised under conditions without anything ending. */
    private static Optional<LocalDate> recognizedUntil(Facts facts, String state, LocalDate today) {
        LocalDate last = null;
        for (Finding finding : Recognition.timeline(facts, Question.atTheBorderOf(state))) {
            boolean isPast = finding.period()
                    .lastDay()
                    .filter(day -> day.isBefore(today))
                    .isPresent();
            if (isPast) {
                continue;
            }
            if (finding.verdict() != Verdict.RECOGNIZED && finding.verdict() != Verdict.CONDITIONAL) {
                return Optional.ofNullable(last);
            }
            last = finding.period().lastDay().orElse(null);
        }
        return Optional.empty();
    }

    private static Optional<Ending> ending(String key, String subject, String number, LocalDate last, LocalDate today) {
        OptionalInt days = daysAhead(today, last);
        return days.isEmpty() ? Optional.empty() : Optional.of(new Ending(key, subject, number, last, days.getAsInt()));
    }

    /** The nearest of 7, 30 and 60 days within which a day comes; none for days that are past or far off. */
    static OptionalInt daysAhead(LocalDate today, LocalDate last) {
        long left = ChronoUnit.DAYS.between(today, last);
        return left < 0
                ? OptionalInt.empty()
                : IntStream.of(AHEAD).filter(days -> left <= days).findFirst();
    }
}
