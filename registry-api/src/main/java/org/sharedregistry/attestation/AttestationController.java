package org.sharedregistry.attestation;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.attestation.AttestationEntry.Request;
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

@RestController
@RequestMapping("/api/v1/attestations")
class AttestationController {

    private final Attestations attestations;
    private final AttestationDecisions decisions;
    private final AttestationEntry entry;
    private final Idempotency idempotency;
    private final Clock clock;

    AttestationController(
            Attestations attestations,
            AttestationDecisions decisions,
            AttestationEntry entry,
            Idempotency idempotency,
            Clock clock) {
        this.attestations = attestations;
        this.decisions = decisions;
        this.entry = entry;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The attestations whose number can be what was typed, in any spelling. */
    @GetMapping
    AttestationList byNumber(@RequestParam String number) {
        return new AttestationList(attestations.named(number, Long.MAX_VALUE).stream()
                .map(this::view)
                .toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<AttestationView> one(@PathVariable UUID id) {
        Attestation attestation = attestations.byId(id).orElseThrow(() -> RegistryProblem.notFound("attestation"));
        return ResponseEntity.ok().eTag(attestation.etag()).body(view(attestation));
    }

    @PostMapping
    ResponseEntity<?> enter(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Request request) {
        entry.require(caller, request);
        return idempotency.once(caller, key, request, () -> {
            Attestation attestation = entry.enter(caller, request);
            return ResponseEntity.created(URI.create("/api/v1/attestations/" + attestation.id()))
                    .eTag(attestation.etag())
                    .body(view(attestation));
        });
    }

    @PostMapping("/{id}/events")
    ResponseEntity<?> decide(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewEvent event) {
        return idempotency.once(caller, key, List.of(id, event), () -> {
            Attestation decided = decisions.decide(caller, id, ifMatch, event);
            return ResponseEntity.ok().eTag(decided.etag()).body(view(decided));
        });
    }

    private AttestationView view(Attestation attestation) {
        return AttestationView.of(attestation, LocalDate.now(clock));
    }

    record AttestationList(List<AttestationView> items) {}
}
