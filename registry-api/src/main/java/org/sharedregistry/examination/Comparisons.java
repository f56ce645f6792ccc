package org.sharedregistry.examination;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.document.Document;
import org.sharedregistry.examination.Comparison.Line;
import org.sharedregistry.examination.Comparison.Outcome;
import org.sharedregistry.examination.Mismatches.Settlement;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.stereotype.Component;

/** Documents held against the registry, for those who may know how they compare. */
@Component
public class Comparisons {

    private final Examined examined;
    private final Mismatches mismatches;
    private final Attestations attestations;
    private final Records records;

    Comparisons(Examined examined, Mismatches mismatches, Attestations attestations, Records records) {
        this.examined = examined;
        this.mismatches = mismatches;
        this.attestations = attestations;
        this.records = records;
    }

    /**
     * A document and what it was filed as and for, both values of each field with the places that show the printed one.
     *
     * @param attestation one that the document was not filed as, to be compared with instead
     */
    View of(Caller caller, UUID id, @Nullable UUID attestation) {
        return view(examined.document(caller, id), attestation);
    }

    /** The same of a document, nothing for whom it does not concern or while it is not read. */
    public Optional<View> known(Caller caller, Document document) {
        return examined.concerns(caller, document) && examined.isRead(document)
                ? Optional.of(view(document, null))
                : Optional.empty();
    }

    private View view(Document document, @Nullable UUID attestation) {
        List<Settlement> settled = mismatches.settled(document.id());
        return new View(
                document.id(),
                comparisons(document, attestation).stream()
                        .map(each -> ComparisonView.of(each, settled))
                        .toList(),
                settled);
    }

    private List<Comparison> comparisons(Document document, @Nullable UUID attestation) {
        if (attestation == null) {
            examined.paper(document);
            return mismatches.of(document);
        }
        Printed printed = examined.printed(document);
        return attestations
                .byId(attestation)
                .map(found -> records.ofAttestations(List.of(found)).stream()
                        .map(each -> Comparison.of(printed, each))
                        .toList())
                .orElseThrow(() -> RegistryProblem.notFound("attestation"));
    }

    /** @param settlements all that were ever made, the newest first */
    public record View(UUID document, List<ComparisonView> comparisons, List<Settlement> settlements) {}

    /** @param name of the attestation or entry */
    public record ComparisonView(Recorded.Subject subject, UUID id, String name, List<LineView> lines) {

        private static ComparisonView of(Comparison comparison, List<Settlement> settled) {
            Recorded recorded = comparison.recorded();
            return new ComparisonView(
                    recorded.subject(),
                    recorded.id(),
                    recorded.name(),
                    comparison.lines().stream()
                            .map(line -> LineView.of(recorded.id(), line, settled))
                            .toList());
        }
    }

    /**
     * @param printed the values as a settlement names them, and {@code recorded} likewise
     * @param proofs where each printed value stands, the surest place first
     * @param settlement the newest one of these very values; null while the line is open, or agrees
     */
    public record LineView(
            Field field,
            Outcome outcome,
            Certainty certainty,
            List<String> printed,
            List<String> recorded,
            List<Proof> proofs,
            @Nullable Settlement settlement) {

        private static LineView of(UUID subject, Line line, List<Settlement> settled) {
            return new LineView(
                    line.field(),
                    line.outcome(),
                    line.certainty(),
                    line.printedValues(),
                    line.recordedValues(),
                    line.printed().stream()
                            .flatMap(each -> each.proofs().stream())
                            .toList(),
                    settled.stream()
                            .filter(each -> each.settles(subject, line))
                            .findFirst()
                            .orElse(null));
        }
    }
}
