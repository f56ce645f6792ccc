package org.sharedregistry.decision;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Decisions.NewProposal;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.regime.Regimes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class DecisionController {

    private final Decisions decisions;
    private final Goods goods;
    private final Regimes regimes;
    private final Idempotency idempotency;
    private final Clock clock;

    DecisionController(Decisions decisions, Goods goods, Regimes regimes, Idempotency idempotency, Clock clock) {
        this.decisions = decisions;
        this.goods = goods;
        this.regimes = regimes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @PostMapping("/goods/{number}/proposals")
    ResponseEntity<?> propose(
            Caller caller,
            @PathVariable String number,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewProposal proposal) {
        caller.require(Role.AUTHORITY);
        return idempotency.once(caller, key, List.of(number, proposal), () -> {
            GoodsEntry entry = goods.lock(number)
                    .filter(found -> !found.isDraft())
                    .orElseThrow(() -> RegistryProblem.notFound("entry"));
            RegimeFact regime = newestRegime(entry);
            requireParty(caller, regime);
            entry.requireUnchanged(ifMatch);
            ProposalView made = decisions.propose(caller, entry, proposal, regime.provisionalDays());
            return ResponseEntity.created(URI.create("/api/v1/proposals/" + made.id()))
                    .eTag(goods.byAddress(number).orElseThrow().etag())
                    .body(made);
        });
    }

    @PostMapping("/proposals/{id}/confirmation")
    ResponseEntity<?> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        caller.require(Role.AUTHORITY);
        return idempotency.once(
                caller,
                key,
                "confirmation of " + id,
                () -> settle(caller, id, ifMatch, proposal -> decisions.confirm(caller, proposal)));
    }

    @PostMapping("/proposals/{id}/rejection")
    ResponseEntity<?> reject(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Rejection rejection) {
        caller.require(Role.AUTHORITY);
        return idempotency.once(
                caller,
                key,
                List.of(id, rejection),
                () -> settle(
                        caller,
                        id,
                        ifMatch,
                        proposal -> decisions.reject(caller, proposal, rejection.reason, LocalDate.now(clock))));
    }

    private ResponseEntity<?> settle(
            Caller caller, UUID id, String ifMatch, Function<ProposalView, ProposalView> settlement) {
        ProposalView proposal = decisions
                .lock(id)
                .filter(found -> found.state().equals(caller.requiredState()))
                .orElseThrow(() -> RegistryProblem.notFound("proposal"));
        goods.lock(proposal.goods().toString()).orElseThrow().requireUnchanged(ifMatch);
        ProposalView settled = settlement.apply(proposal);
        return ResponseEntity.ok()
                .eTag(goods.byAddress(proposal.goods().toString()).orElseThrow().etag())
                .body(settled);
    }

    private RegimeFact newestRegime(GoodsEntry entry) {
        return regimes.newest(entry.regime()).orElseThrow();
    }

    private static void requireParty(Caller caller, RegimeFact regime) {
        if (regime.party(caller.requiredState()).isEmpty()) {
            throw new RegistryProblem(ProblemType.FORBIDDEN, "Your state is no party to " + regime.id() + ".");
        }
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
