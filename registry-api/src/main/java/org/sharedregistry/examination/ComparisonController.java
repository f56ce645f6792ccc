package org.sharedregistry.examination;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Attestations;
import org.sharedregistry.document.Document;
import org.sharedregistry.examination.Comparison.Line;
import org.sharedregistry.examination.Comparison.Outcome;
import org.sharedregistry.examination.Mismatches.Cursor;
import org.sharedregistry.examination.Mismatches.Open;
import org.sharedregistry.examination.Mismatches.Settlement;
import org.sharedregistry.examination.Settlements.Decision;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents held against the registry, field by field, and what persons made of the differences. */
@RestController
@RequestMapping("/api/v1")
class ComparisonController {

    private final Examined examined;
    private final Mismatches mismatches;
    private final Settlements settlements;
    private final Attestations attestations;
    private final Records records;
    private final Idempotency idempotency;

    ComparisonController(
            Examined examined,
            Mismatches mismatches,
            Settlements settlements,
            Attestations attestations,
            Records records,
            Idempotency idempotency) {
        this.examined = examined;
        this.mismatches = mismatches;
        this.settlements = settlements;
        this.attestations = attestations;
        this.records = records;
        this.idempotency = idempotency;
    }

    /**
     * A document and what it was filed as and for, both values of each field with the places that show the printed one.
     *
     * @param attestation one that the document was not filed as, to be compared with instead
     */
    @GetMapping("/documents/{id}/comparison")
    View comparison(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID attestation) {
        Document document = examined.document(caller, id);
        List<Settlement> settled = mismatches.settled(id);
        return new View(
                id,
                comparisons(document, attestation).stream()
                        .map(each -> ComparisonView.of(each, settled))
                        .toList(),
                settled);
    }

    /** Settles one mismatch, for the values that the caller has seen. */
    @PostMapping("/documents/{id}/comparison/{subject}/{field}/settlement")
    ResponseEntity<?> settle(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID subject,
            @PathVariable Field field,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Decision decision) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        return idempotency.once(caller, key, List.of(id, subject, field, decision), () -> {
            settlements.settle(caller, id, subject, field, decision);
            return ResponseEntity.ok(comparison(caller, id, null));
        });
    }

    /** What is open: of one's own documents, and for officials of those that concern goods of their state. */
    @GetMapping("/mismatches")
    Listing<Open> open(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY, Role.OFFICER);
        PageSize.check(size);
        List<Open> items = mismatches.open(caller, cursor == null ? null : cursor(cursor), PageSize.of(size));
        String next = items.size() < PageSize.of(size)
                ? null
                : items.get(items.size() - 1).cursor().toString();
        return new Listing<>(items, next, Listing.Total.exactly(mismatches.count(caller)));
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

    private static Cursor cursor(String text) {
        try {
            return Cursor.parse(text);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw RegistryProblem.parameter("cursor", "Take the cursor from the part of the list before, as it is.");
        }
    }

    /** @param settlements all that were ever made, the newest first */
    record View(UUID document, List<ComparisonView> comparisons, List<Settlement> settlements) {}

    /** @param name of the attestation or entry */
    record ComparisonView(Recorded.Subject subject, UUID id, String name, List<LineView> lines) {

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
    record LineView(
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
