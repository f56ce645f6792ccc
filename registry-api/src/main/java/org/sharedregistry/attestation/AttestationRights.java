package org.sharedregistry.attestation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.attestation.Bodies.Body;
import org.sharedregistry.goods.Manufacturer;
import org.sharedregistry.goods.Manufacturers;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.StatusEvent;
import org.springframework.stereotype.Component;

/**
 * Who may enter which attestations and decide on them: a body its own, an applicant its own declarations and reports,
 * an authority those of its state.
 */
@Component
class AttestationRights {

    private static final Set<AttestationKind> REGISTERED_BY_APPLICANT = EnumSet.of(
            AttestationKind.EAEU_DECLARATION, AttestationKind.NATIONAL_DECLARATION, AttestationKind.TEST_REPORT);

    /** An applicant can give up its own declaration, for a time or for good. */
    private static final Set<StatusEvent.Type> OPEN_TO_APPLICANT =
            EnumSet.of(StatusEvent.Type.SUSPEND, StatusEvent.Type.RESUME, StatusEvent.Type.TERMINATE);

    private final Bodies bodies;
    private final Manufacturers manufacturers;

    AttestationRights(Bodies bodies, Manufacturers manufacturers) {
        this.bodies = bodies;
        this.manufacturers = manufacturers;
    }

    void requireEntry(Caller caller, AttestationKind kind, @Nullable UUID body, @Nullable UUID manufacturer) {
        caller.require(Role.BODY, Role.MANUFACTURER, Role.AUTHORITY);
        boolean allowed = switch (caller.role()) {
            case BODY -> caller.actsFor(body);
            case MANUFACTURER -> REGISTERED_BY_APPLICANT.contains(kind) && body == null && caller.actsFor(manufacturer);
            case AUTHORITY -> isOf(caller.requiredState(), body, manufacturer);
            case PUBLIC, OFFICER, OPERATOR -> false;
        };
        require(allowed);
    }

    void requireDecision(Caller caller, Attestation attestation, StatusEvent.Type step) {
        caller.require(Role.BODY, Role.MANUFACTURER, Role.AUTHORITY);
        boolean allowed = switch (caller.role()) {
            case BODY -> caller.actsFor(attestation.body());
            case MANUFACTURER ->
                attestation.body() == null
                        && caller.actsFor(attestation.manufacturer())
                        && OPEN_TO_APPLICANT.contains(step);
            case AUTHORITY -> isOf(caller.requiredState(), attestation.body(), attestation.manufacturer());
            case PUBLIC, OFFICER, OPERATOR -> false;
        };
        require(allowed);
    }

    /** Whose decision it is, in words for the record. */
    String authority(Caller caller) {
        return switch (caller.role()) {
            case BODY ->
                bodies.byId(caller.requiredOrganisation())
                        .map(Body::accreditation)
                        .orElseThrow();
            case MANUFACTURER ->
                manufacturers
                        .byId(caller.requiredOrganisation())
                        .map(Manufacturer::taxId)
                        .orElseThrow();
            default -> "authority of " + caller.requiredState();
        };
    }

    private boolean isOf(String state, @Nullable UUID body, @Nullable UUID manufacturer) {
        if (body != null) {
            return bodies.byId(body).map(Body::state).filter(state::equals).isPresent();
        }
        return manufacturer != null
                && manufacturers
                        .byId(manufacturer)
                        .map(Manufacturer::state)
                        .filter(state::equals)
                        .isPresent();
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new RegistryProblem(
                    ProblemType.FORBIDDEN,
                    "A body decides on its own attestations, an applicant on its own declarations, an authority on"
                            + " those of its state.");
        }
    }
}
