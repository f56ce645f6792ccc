package org.sharedregistry.decision;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Appeals.Appeal;
import org.sharedregistry.decision.Decisions.Decided;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A manufacturer's appeals against decisions on its goods. */
@RestController
@RequestMapping("/api/v1/decisions/{id}/appeals")
class AppealController {

    private final Appeals appeals;
    private final Decisions decisions;
    private final Goods goods;
    private final Idempotency idempotency;

    AppealController(Appeals appeals, Decisions decisions, Goods goods, Idempotency idempotency) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.goods = goods;
        this.idempotency = idempotency;
    }

    /** Appeals. The decision goes on acting until its authority stays or reverses it. */
    @PostMapping
    ResponseEntity<?> make(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewAppeal request) {
        caller.require(Role.MANUFACTURER);
        return idempotency.once(caller, key, List.of(id, request), () -> {
            Decided decision = decisions.byId(id).orElseThrow(() -> RegistryProblem.notFound("decision"));
            GoodsEntry entry = goods.lock(decision.goods().toString()).orElseThrow();
            if (!caller.actsFor(entry.manufacturer())) {
                throw RegistryProblem.notFound("decision");
            }
            Appeal made = appeals.make(caller, decision, request.reason);
            return ResponseEntity.created(URI.create("/api/v1/decisions/" + id + "/appeals/" + made.id()))
                    .body(made);
        });
    }

    record NewAppeal(String reason) {
        NewAppeal {
            if (reason == null || reason.isBlank() || reason.length() > 5_000) {
                throw RegistryProblem.field(
                        "/reason", "Say what speaks against the decision, in 1 to 5000 characters.");
            }
        }
    }
}
