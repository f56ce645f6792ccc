package org.sharedregistry.examination;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.examination.Mismatches.Cursor;
import org.sharedregistry.examination.Mismatches.Open;
import org.sharedregistry.examination.Settlements.Decision;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.listing.PageSize;
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

    private final Comparisons comparisons;
    private final Mismatches mismatches;
    private final Settlements settlements;
    private final Idempotency idempotency;

    ComparisonController(
            Comparisons comparisons, Mismatches mismatches, Settlements settlements, Idempotency idempotency) {
        this.comparisons = comparisons;
        this.mismatches = mismatches;
        this.settlements = settlements;
        this.idempotency = idempotency;
    }

    /**
     * A document and what it was filed as and for, both values of each field with the places that show the printed one.
     *
     * @param attestation one that the document was not filed as, to be compared with instead
     */
    @GetMapping("/documents/{id}/comparison")
    Comparisons.View comparison(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID attestation) {
        return comparisons.of(caller, id, attestation);
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

    private static Cursor cursor(String text) {
        try {
            return Cursor.parse(text);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw RegistryProblem.parameter("cursor", "Take the cursor from the part of the list before, as it is.");
        }
    }
}
