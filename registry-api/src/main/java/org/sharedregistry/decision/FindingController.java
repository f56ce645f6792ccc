package org.sharedregistry.decision;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Findings.Finding;
import org.sharedregistry.decision.Findings.NewFinding;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers find; both the state of the officer and that of the goods see it, and the latter settles it. */
@RestController
@RequestMapping("/api/v1/findings")
class FindingController {

    private final Findings findings;
    private final Goods goods;
    private final Regimes regimes;
    private final Idempotency idempotency;

    FindingController(Findings findings, Goods goods, Regimes regimes, Idempotency idempotency) {
        this.findings = findings;
        this.goods = goods;
        this.regimes = regimes;
        this.idempotency = idempotency;
    }

    @GetMapping
    FindingList visible(Caller caller) {
        caller.require(Role.OFFICER, Role.AUTHORITY);
        return new FindingList(findings.visibleTo(caller.requiredState()));
    }

    @PostMapping
    ResponseEntity<?> report(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewFinding found) {
        caller.require(Role.OFFICER);
        return idempotency.once(caller, key, found, () -> {
            GoodsEntry entry = goods.lock(found.goods())
                    .filter(each -> !each.isDraft())
                    .orElseThrow(() -> RegistryProblem.field("/goods", "There is no entry " + found.goods() + "."));
            if (regimes.newest(entry.regime())
                    .flatMap(regime -> regime.party(caller.requiredState()))
                    .isEmpty()) {
                throw new RegistryProblem(ProblemType.FORBIDDEN, "Your state is no party to " + entry.regime() + ".");
            }
            Finding made = findings.add(caller, entry, found);
            return ResponseEntity.created(URI.create("/api/v1/findings/" + made.id()))
                    .body(made);
        });
    }

    @PostMapping("/{id}/settlement")
    ResponseEntity<?> settle(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Settlement settlement) {
        caller.require(Role.AUTHORITY);
        return idempotency.once(caller, key, List.of(id, settlement), () -> {
            Finding finding = findings.lock(id)
                    .filter(found -> found.home().equals(caller.requiredState()))
                    .orElseThrow(() -> RegistryProblem.notFound("finding"));
            return ResponseEntity.ok(findings.settle(caller, finding, settlement.text));
        });
    }

    record FindingList(List<Finding> items) {}

    record Settlement(String text) {
        Settlement {
            if (text == null || text.isBlank() || text.length() > 5_000) {
                throw RegistryProblem.field("/text", "Say what was done about it, in 1 to 5000 characters.");
            }
        }
    }
}
