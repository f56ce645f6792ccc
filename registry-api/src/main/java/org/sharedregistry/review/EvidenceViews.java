package org.sharedregistry.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationKind;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.attestation.Bodies;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.document.Documents.Link;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Evidence;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.Recognition;
import org.springframework.stereotype.Component;

/** Shows what entries rest on, to each caller what it may see. */
@Component
public class EvidenceViews {

    private static final Set<Action> RECOGNITIONS = EnumSet.of(Action.RECOGNIZE, Action.CONDITION);

    private final Documents documents;
    private final Bodies bodies;
    private final Clock clock;

    EvidenceViews(Documents documents, Bodies bodies, Clock clock) {
        this.documents = documents;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** The evidence of an entry, linked. */
    public EvidenceView of(Caller caller, Dossier dossier) {
        LocalDate today = LocalDate.now(clock.withZone(dossier.newestRegime().zone()));
        return new EvidenceView(
                dossier.entry().address(),
                dossier.manufacturer(),
                dossier.goods().sites().stream()
                        .filter(site -> dossier.description().sites().contains(site.id()))
                        .map(site -> new EvidenceView.SiteView(
                                site.id(), site.descriptions().on(today).orElse(null)))
                        .toList(),
                dossier.attestations().stream()
                        .flatMap(attestation -> Stream.ofNullable(attestation.body()))
                        .distinct()
                        .flatMap(body -> bodies.byId(body).stream())
                        .sorted(Comparator.comparing(Bodies.Body::accreditation))
                        .toList(),
                papers(dossier, today),
                documents(caller, dossier),
                dossier.decisions().stream()
                        .filter(decision -> RECOGNITIONS.contains(decision.action()))
                        .map(decision -> recognition(dossier.facts(), decision, today))
                        .toList());
    }

    private static List<EvidenceView.Paper> papers(Dossier dossier, LocalDate today) {
        Map<String, Attestation> reports = dossier.attestations().stream()
                .filter(attestation -> attestation.kind() == AttestationKind.TEST_REPORT)
                .collect(Collectors.toMap(Attestation::key, Function.identity()));
        return dossier.attestations().stream()
                .sorted(Comparator.comparing(Attestation::number))
                .map(attestation -> new EvidenceView.Paper(
                        AttestationView.of(attestation, today),
                        attestation.reportKeys().stream()
                                .flatMap(key -> Stream.ofNullable(reports.get(key)))
                                .map(Attestation::id)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        attestation.missingReports(reports.keySet())))
                .toList();
    }

    private List<EvidenceView.Filed> documents(Caller caller, Dossier dossier) {
        List<UUID> evidence =
                dossier.attestations().stream().map(Attestation::id).toList();
        List<Link> filedAs = documents.filedAs(evidence, Long.MAX_VALUE);
        Map<UUID, Set<UUID>> shows = filedAs.stream()
                .collect(Collectors.groupingBy(
                        filed -> filed.document().id(), Collectors.mapping(Link::subject, Collectors.toSet())));
        return Stream.concat(
                        filedAs.stream(),
                        documents.filedFor(List.of(dossier.entry().id())).stream())
                .map(Link::document)
                .distinct()
                .filter(document -> documents.isReadable(caller, document))
                .sorted(Comparator.comparing(Document::fileName))
                .map(document -> new EvidenceView.Filed(
                        document.id(),
                        document.fileName(),
                        document.kind().name(),
                        shows.getOrDefault(document.id(), Set.of())))
                .toList();
    }

    /** What was suspended, annulled or ran out since then flags the recognition that rests on it. */
    private static EvidenceView.Recognition recognition(Facts facts, DecisionFact decision, LocalDate today) {
        Question question = Question.atTheBorderOf(decision.state());
        Finding then = Recognition.on(decision.period().from(), facts, question);
        Finding now = Recognition.on(today, facts, question);
        Set<String> numbers = then.evidence().stream().map(Evidence::number).collect(Collectors.toSet());
        List<Reason> weakened = now.reasons().stream()
                .filter(reason -> reason.effect() != Reason.Effect.SUPPORTS && numbers.contains(reason.subject()))
                .toList();
        return new EvidenceView.Recognition(
                decision.id(),
                decision.state(),
                decision.action(),
                decision.period().from(),
                then.verdict(),
                now.verdict(),
                then.evidence(),
                weakened);
    }
}
