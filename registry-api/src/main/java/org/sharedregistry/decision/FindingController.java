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
    private final Idempotency idempotency;

    FindingController(Findings findings, Idempotency idempotency) {
        this.findings = findings;
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
            Finding made = findings.report(caller, found);
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
        return idempotency.once(
                caller,
                key,
                List.of(id, settlement),
                () -> ResponseEntity.ok(findings.settle(caller, id, settlement.text)));
    }

    record FindingList(List<Finding> items) {}

    record Settlement(String text) {
        Settlement {
            Findings.check(text);
        }
    }
}
