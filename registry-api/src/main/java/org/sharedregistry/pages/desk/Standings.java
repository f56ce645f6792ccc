package org.sharedregistry.pages.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.pages.desk.Standing.Status;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.ReasonCode;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RecognitionStatus;
import org.sharedregistry.recognition.RegimeFact.Party;
import org.sharedregistry.review.Dossier;
import org.sharedregistry.verification.Texts;
import org.springframework.stereotype.Component;

/** Says of goods where they stand in each party of their regime, and what they lack there by its rules. */
@Component
public class Standings {

    /** What only an authority can add. */
    private static final Set<ReasonCode> UP_TO_AUTHORITIES =
            EnumSet.of(ReasonCode.NOT_CONFIRMED_AT_HOME, ReasonCode.NOT_DECIDED);

    private final Texts texts;
    private final Clock clock;

    Standings(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The day it is where the regime counts days. */
    public LocalDate today(Dossier dossier) {
        return LocalDate.now(clock.withZone(dossier.newestRegime().zone()));
    }

    /** In each party, the home state first. */
    public List<Standing> of(Dossier dossier, String language) {
        Facts facts = dossier.facts();
        String home = dossier.entry().state();
        return dossier.newestRegime().parties().stream()
                .map(Party::state)
                .sorted((one, other) -> Boolean.compare(other.equals(home), one.equals(home)))
                .map(state -> of(dossier, facts, state, language))
                .toList();
    }

    /** What is missing in any of the parties, each thing once; decisions that authorities owe are not among it. */
    static Set<String> missing(List<Standing> standings) {
        return standings.stream()
                .flatMap(standing -> standing.lines().stream())
                .filter(Standing.Line::isMissing)
                .map(Standing.Line::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Test reports that the attestations name and that the registry does not hold. */
    public static Set<String> missingReports(Dossier dossier) {
        Set<String> held = dossier.attestations().stream()
                .filter(attestation -> attestation.kind() == AttestationKind.TEST_REPORT)
                .map(Attestation::key)
                .collect(Collectors.toSet());
        return dossier.attestations().stream()
                .flatMap(attestation -> attestation.missingReports(held).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Standing of(Dossier dossier, Facts facts, String state, String language) {
        LocalDate today = today(dossier);
        Finding finding = Recognition.timeline(facts, Question.atTheBorderOf(state)).stream()
                .filter(each -> each.period().contains(today))
                .findFirst()
                .orElseThrow();
        return new Standing(
                state,
                status(dossier, finding, state, today),
                finding.period().lastDay().orElse(null),
                finding.reasons().stream()
                        .filter(reason -> !UP_TO_AUTHORITIES.contains(reason.code()))
                        .map(reason -> new Standing.Line(reason.effect(), texts.text(reason, language)))
                        .toList());
    }

    private static Status status(Dossier dossier, Finding finding, String state, LocalDate today) {
        if (dossier.entry().isDraft()) {
            return Status.DRAFT;
        }
        return switch (finding.verdict()) {
            case RECOGNIZED -> Status.RECOGNIZED;
            case CONDITIONAL -> Status.CONDITIONAL;
            case NOT_APPLICABLE -> Status.NOT_APPLICABLE;
            case NOT_RECOGNIZED -> notRecognized(dossier, finding, state, today);
            case DEPENDS_ON_ITEM, UNDETERMINED, NOT_FOUND, AMBIGUOUS -> Status.UNDETERMINED;
        };
    }

    private static Status notRecognized(Dossier dossier, Finding finding, String state, LocalDate today) {
        for (String authority : List.of(dossier.entry().state(), state)) {
            RecognitionStatus decided = RecognitionStatus.of(dossier.decisions(), authority, today);
            switch (decided) {
                case SUSPENDED, REFUSED, WITHDRAWN, OBJECTED -> {
                    return Status.valueOf(decided.name());
                }
                case UNDECIDED, RECOGNIZED, CONDITIONAL -> {}
            }
        }
        return finding.reasons().stream().map(Reason::code).anyMatch(UP_TO_AUTHORITIES::contains)
                ? Status.AWAITING
                : Status.LACKING;
    }
}
