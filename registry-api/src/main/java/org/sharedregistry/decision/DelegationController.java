package org.sharedregistry.decision;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Delegations.Delegation;
import org.sharedregistry.decision.Delegations.NewDelegation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom an authority lets decide for its state, from which day to which. */
@RestController
@RequestMapping("/api/v1/delegations")
class DelegationController {

    private final Delegations delegations;
    private final Idempotency idempotency;

    DelegationController(Delegations delegations, Idempotency idempotency) {
        this.delegations = delegations;
        this.idempotency = idempotency;
    }

    @GetMapping
    DelegationList own(Caller caller) {
        caller.require(Role.AUTHORITY);
        return new DelegationList(delegations.of(caller.requiredState()));
    }

    @PostMapping
    ResponseEntity<?> make(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewDelegation request) {
        caller.require(Role.AUTHORITY);
        return idempotency.once(caller, key, request, () -> {
            Delegation made = delegations.add(caller, request);
            return ResponseEntity.created(URI.create("/api/v1/delegations/" + made.id()))
                    .body(made);
        });
    }

    record DelegationList(List<Delegation> items) {}
}
