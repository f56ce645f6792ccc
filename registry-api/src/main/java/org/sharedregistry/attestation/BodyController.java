package org.sharedregistry.attestation;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Bodies.Body;
import org.sharedregistry.attestation.Bodies.BodyVersion;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conformity assessment bodies; the authority of a body's state decides on its accreditation. */
@RestController
@RequestMapping("/api/v1/bodies")
class BodyController {

    private final Bodies bodies;
    private final Attestations attestations;

    BodyController(Bodies bodies, Attestations attestations) {
        this.bodies = bodies;
        this.attestations = attestations;
    }

    @GetMapping
    BodyList all() {
        return new BodyList(bodies.all());
    }

    @GetMapping("/{id}")
    Body one(@PathVariable UUID id) {
        return find(id);
    }

    /** Says what holds of a body on some days; what was recorded before stays and holds on the others. */
    @PostMapping("/{id}/versions")
    @Transactional
    public Body describe(Caller caller, @PathVariable UUID id, @RequestBody BodyVersion version) {
        caller.require(Role.AUTHORITY);
        Body body = find(id);
        if (!body.state().equals(caller.requiredState())) {
            throw new RegistryProblem(
                    ProblemType.FORBIDDEN, "The authority of " + body.state() + " decides on bodies there.");
        }
        attestations.describe(caller, id, version);
        return find(id);
    }

    private Body find(UUID id) {
        return bodies.byId(id).orElseThrow(() -> RegistryProblem.notFound("body"));
    }

    record BodyList(List<Body> items) {}
}
