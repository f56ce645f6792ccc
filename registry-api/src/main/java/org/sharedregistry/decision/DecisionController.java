package org.sharedregistry.decision;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What authorities propose, confirm and reject. */
@RestController
@RequestMapping("/api/v1")
class DecisionController {

    private final Deciding deciding;
    private final Goods goods;
    private final Idempotency idempotency;

    DecisionController(Deciding deciding, Goods goods, Idempotency idempotency) {
        this.deciding = deciding;
        this.goods = goods;
        this.idempotency = idempotency;
    }

    @PostMapping("/goods/{number}/proposals")
    ResponseEntity<?> propose(
            Caller caller,
            @PathVariable String number,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewProposal proposal) {
        caller.require(Role.AUTHORITY, Role.BODY);
        return idempotency.once(caller, key, List.of(number, proposal), () -> {
            if (proposal.action() == ProposedAction.RETURN) {
                Inquiry asked = deciding.ask(caller, number, ifMatch, proposal.state(), proposal.reason());
                return created("inquiries", asked.goods(), asked.id(), asked);
            }
            ProposalView made = deciding.propose(caller, number, ifMatch, proposal);
            return created("proposals", made.goods(), made.id(), made);
        });
    }

    @PostMapping("/proposals/{id}/confirmation")
    ResponseEntity<?> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                caller, key, "confirmation of " + id, () -> settled(deciding.confirm(caller, id, ifMatch)));
    }

    @PostMapping("/proposals/{id}/rejection")
    ResponseEntity<?> reject(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Rejection rejection) {
        return idempotency.once(
                caller,
                key,
                List.of(id, rejection),
                () -> settled(deciding.reject(caller, id, ifMatch, rejection.reason)));
    }

    private ResponseEntity<?> settled(ProposalView proposal) {
        return ResponseEntity.ok().eTag(etag(proposal.goods())).body(proposal);
    }

    private ResponseEntity<?> created(String kind, UUID entry, UUID id, Object body) {
        return ResponseEntity.created(URI.create("/api/v1/" + kind + "/" + id))
                .eTag(etag(entry))
                .body(body);
    }

    private String etag(UUID entry) {
        return goods.byAddress(entry.toString()).orElseThrow().etag();
    }

    /** Why the second person does not agree. */
    record Rejection(String reason) {
        Rejection {
            if (reason == null || reason.isBlank()) {
                throw RegistryProblem.field("/reason", "A rejection gives its reason.");
            }
        }
    }
}
