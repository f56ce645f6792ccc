package org.sharedregistry.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact;
import org.springframework.stereotype.Component;

/** Shows entries to callers, each what it may see. */
@Component
public class EntryViews {

    private final FiledPapers papers;
    private final Proceedings proceedings;
    private final Clock clock;

    EntryViews(FiledPapers papers, Proceedings proceedings, Clock clock) {
        this.papers = papers;
        this.proceedings = proceedings;
        this.clock = clock;
    }

    /** One entry with its attestations, recognitions and documents. */
    public EntryView of(Caller caller, Dossier dossier) {
        GoodsEntry entry = dossier.entry();
        LocalDate today = LocalDate.now(clock.withZone(dossier.newestRegime().zone()));
        return new EntryView(
                entry.id(),
                entry.number(),
                entry.regime(),
                entry.state(),
                dossier.manufacturer(),
                dossier.description(),
                dossier.sectors().map(RegimeFact.Sector::id).collect(Collectors.toCollection(TreeSet::new)),
                dossier.newestRegime().parties().stream()
                        .map(party -> recognitions(dossier.facts(), party.state(), today))
                        .toList(),
                dossier.attestations().stream()
                        .sorted(Comparator.comparing(Attestation::number))
                        .map(attestation -> AttestationView.of(attestation, today))
                        .toList(),
                papers.of(caller, dossier).stream()
                        .map(document -> new EntryView.DocumentReference(
                                document.id(),
                                document.fileName(),
                                document.kind().name()))
                        .toList(),
                dossier.decisions().stream().map(EntryView.Decision::of).toList(),
                proceedings.of(caller, dossier));
    }

    private static EntryView.Recognitions recognitions(Facts facts, String destination, LocalDate today) {
        List<Finding> timeline = Recognition.timeline(facts, Question.atTheBorderOf(destination));
        return new EntryView.Recognitions(
                destination,
                timeline.stream()
                        .filter(finding -> finding.period().contains(today))
                        .map(Finding::verdict)
                        .findFirst()
                        .orElseThrow(),
                timeline.stream().map(EntryView.Stretch::of).toList());
    }
}
