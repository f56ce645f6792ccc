package org.sharedregistry.decision;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Inquiries.Inquiry;
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

/** What authorities propose, confirm and reject. */
@RestController
@RequestMapping("/api/v1")
class DecisionController {

    private final Proposals proposals;
    private final Inquiries inquiries;
    private final Delegations delegations;
    private final Goods goods;
    private final Regimes regimes;
    private final Idempotency idempotency;
    private final Clock clock;

    DecisionController(
            Proposals proposals,
            Inquiries inquiries,
            Delegations delegations,
            Goods goods,
            Regimes regimes,
            Idempotency idempotency,
            Clock clock) {
        this.proposals = proposals;
        this.inquiries = inquiries;
        this.delegations = delegations;
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
        caller.require(Role.AUTHORITY, Role.BODY);
        return idempotency.once(caller, key, List.of(number, proposal), () -> {
            GoodsEntry entry = goods.lock(number)
                    .filter(found -> !found.isDraft())
                    .orElseThrow(() -> RegistryProblem.notFound("entry"));
            RegimeFact regime = regimes.newest(entry.regime()).orElseThrow();
            LocalDate today = LocalDate.now(clock.withZone(regime.zone()));
            String state = delegations.stateOf(caller, proposal.state(), today);
            RegimeFact.Party party = regime.party(state)
                    .orElseThrow(() -> new RegistryProblem(
                            ProblemType.FORBIDDEN, state + " is no party to " + regime.regime() + "."));
            entry.requireUnchanged(ifMatch);
            if (proposal.action() == ProposedAction.RETURN) {
                LocalDate replyBy = today.plusDays(party.decision().replyDays());
                Inquiry asked = inquiries.ask(caller, entry, state, proposal.reason(), today, replyBy);
                return created("inquiries", entry, asked.id(), asked);
            }
            ProposalView made = proposals.propose(caller, entry, state, proposal, regime.provisionalDays());
            return created("proposals", entry, made.id(), made);
        });
    }

    @PostMapping("/proposals/{id}/confirmation")
    ResponseEntity<?> confirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(
                caller,
                key,
                "confirmation of " + id,
                () -> settle(caller, id, ifMatch, (entry, proposal) -> proposals.confirm(caller, entry, proposal)));
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
                () -> settle(
                        caller,
                        id,
                        ifMatch,
                        (entry, proposal) -> proposals.reject(caller, proposal, rejection.reason, today(entry))));
    }

    private ResponseEntity<?> settle(
            Caller caller, UUID id, String ifMatch, BiFunction<GoodsEntry, ProposalView, ProposalView> settlement) {
        caller.require(Role.AUTHORITY, Role.BODY);
        ProposalView proposal = proposals.byId(id).orElseThrow(() -> RegistryProblem.notFound("proposal"));
        GoodsEntry entry = goods.lock(proposal.goods().toString()).orElseThrow();
        if (!delegations.mayDecideFor(caller, proposal.state(), today(entry))) {
            throw RegistryProblem.notFound("proposal");
        }
        entry.requireUnchanged(ifMatch);
        ProposalView settled = settlement.apply(entry, proposals.byId(id).orElseThrow());
        return ResponseEntity.ok().eTag(etag(entry)).body(settled);
    }

    private ResponseEntity<?> created(String kind, GoodsEntry entry, UUID id, Object body) {
        return ResponseEntity.created(URI.create("/api/v1/" + kind + "/" + id))
                .eTag(etag(entry))
                .body(body);
    }

    private String etag(GoodsEntry entry) {
        return goods.byAddress(entry.id().toString()).orElseThrow().etag();
    }

    private LocalDate today(GoodsEntry entry) {
        return LocalDate.now(
                clock.withZone(regimes.newest(entry.regime()).orElseThrow().zone()));
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
