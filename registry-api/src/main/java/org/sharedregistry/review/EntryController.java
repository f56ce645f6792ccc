package org.sharedregistry.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestation;
import org.sharedregistry.attestation.AttestationView;
import org.sharedregistry.decision.Decisions;
import org.sharedregistry.decision.ProposalView;
import org.sharedregistry.document.Document;
import org.sharedregistry.document.Documents;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Facts;
import org.sharedregistry.recognition.Finding;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.recognition.Question;
import org.sharedregistry.recognition.Recognition;
import org.sharedregistry.recognition.RegimeFact;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/goods")
class EntryController {

    private final Goods goods;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Decisions decisions;
    private final Clock clock;

    EntryController(Goods goods, Dossiers dossiers, Documents documents, Decisions decisions, Clock clock) {
        this.goods = goods;
        this.dossiers = dossiers;
        this.documents = documents;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** One entry with its attestations, recognitions and documents. A draft is seen by its manufacturer alone. */
    @GetMapping("/{number}")
    ResponseEntity<EntryView> one(Caller caller, @PathVariable String number) {
        GoodsEntry entry = goods.byAddress(number)
                .filter(found -> !found.isDraft() || caller.actsFor(found.manufacturer()))
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
        Dossier dossier = dossiers.of(List.of(entry.id())).stream()
                .findFirst()
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
        return ResponseEntity.ok().eTag(entry.etag()).body(view(caller, dossier));
    }

    private EntryView view(Caller caller, Dossier dossier) {
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
                documents(caller, dossier),
                proposals(caller, dossier));
    }

    private static EntryView.Recognitions recognitions(Facts facts, String destination, LocalDate today) {
        List<Finding> timeline = Recognition.timeline(facts, new Question(destination, Purpose.CUSTOMS, null, null));
        return new EntryView.Recognitions(
                destination,
                timeline.stream()
                        .filter(finding -> finding.period().contains(today))
                        .map(Finding::verdict)
                        .findFirst()
                        .orElseThrow(),
                timeline.stream().map(EntryView.Stretch::of).toList());
    }

    private List<EntryView.DocumentReference> documents(Caller caller, Dossier dossier) {
        List<UUID> evidence =
                dossier.attestations().stream().map(Attestation::id).toList();
        return Stream.concat(
                        documents.filedFor(List.of(dossier.entry().id())).stream(),
                        documents.filedAs(evidence).stream())
                .map(Documents.Filed::document)
                .distinct()
                .filter(document -> documents.isReadable(caller, document))
                .sorted(Comparator.comparing(Document::fileName))
                .map(document -> new EntryView.DocumentReference(
                        document.id(), document.fileName(), document.kind().name()))
                .toList();
    }

    private List<ProposalView> proposals(Caller caller, Dossier dossier) {
        boolean seesThem = caller.role() == Role.AUTHORITY
                && dossier.newestRegime().party(caller.requiredState()).isPresent();
        return seesThem ? decisions.onGoods(dossier.entry().id()) : List.of();
    }
}
