package org.sharedregistry.attestation;

import static org.sharedregistry.recognition.StatusEvent.Type.ANNUL;
import static org.sharedregistry.recognition.StatusEvent.Type.ARCHIVE;
import static org.sharedregistry.recognition.StatusEvent.Type.EXTEND;
import static org.sharedregistry.recognition.StatusEvent.Type.PARTLY_SUSPEND;
import static org.sharedregistry.recognition.StatusEvent.Type.RESTORE;
import static org.sharedregistry.recognition.StatusEvent.Type.RESUME;
import static org.sharedregistry.recognition.StatusEvent.Type.SUSPEND;
import static org.sharedregistry.recognition.StatusEvent.Type.TERMINATE;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
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
public class AttestationRights {

    private static final Set<AttestationKind> REGISTERED_BY_APPLICANT = EnumSet.of(
            AttestationKind.EAEU_DECLARATION, AttestationKind.NATIONAL_DECLARATION, AttestationKind.TEST_REPORT);

    private static final Map<Role, Set<StatusEvent.Type>> STEPS = Map.of(
            Role.BODY, EnumSet.of(EXTEND, SUSPEND, PARTLY_SUSPEND, RESUME, TERMINATE),
            // An applicant can give up its own declaration, for a time or for good.
            Role.MANUFACTURER, EnumSet.of(EXTEND, SUSPEND, RESUME, TERMINATE),
            Role.AUTHORITY, EnumSet.of(SUSPEND, PARTLY_SUSPEND, RESUME, TERMINATE, ANNUL, RESTORE),
            Role.OPERATOR, EnumSet.of(ARCHIVE));

    private final Bodies bodies;
    private final Manufacturers manufacturers;

    AttestationRights(Bodies bodies, Manufacturers manufacturers) {
        this.bodies = bodies;
        this.manufacturers = manufacturers;
    }

    /** Whether an applicant may enter attestations of a kind itself; they have no issuing body then. */
    public static boolean isRegisteredByApplicant(@Nullable AttestationKind kind) {
        return kind != null && REGISTERED_BY_APPLICANT.contains(kind);
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

    /** Who may take a step at all, and then whether the attestation is the caller's to decide on. */
    void requireDecision(Caller caller, Attestation attestation, NewEvent event) {
        caller.require(STEPS.keySet().toArray(Role[]::new));
        Set<StatusEvent.Type> steps = STEPS.getOrDefault(caller.role(), Set.of());
        if (!steps.contains(event.type())) {
            throw new RegistryProblem(
                            ProblemType.FORBIDDEN,
                            event.type() + " is not for you to decide; you may take " + steps + ".")
                    .with("openSteps", steps);
        }
        require(isOwn(caller, attestation));
        if (event.type() == RESUME && caller.role() != Role.AUTHORITY) {
            requireOwnSuspension(caller, attestation, event.effective());
        }
    }

    /** The steps that are the caller's to take on an attestation; none when it is not the caller's to decide on. */
    Set<StatusEvent.Type> steps(Caller caller, Attestation attestation) {
        return isOwn(caller, attestation) ? STEPS.getOrDefault(caller.role(), Set.of()) : Set.of();
    }

    private boolean isOwn(Caller caller, Attestation attestation) {
        return switch (caller.role()) {
            case BODY -> caller.actsFor(attestation.body());
            case MANUFACTURER -> attestation.body() == null && caller.actsFor(attestation.manufacturer());
            case AUTHORITY -> isOf(caller.requiredState(), attestation.body(), attestation.manufacturer());
            case OPERATOR -> true;
            case PUBLIC, OFFICER -> false;
        };
    }

    /** Resuming lifts all suspensions, so what an authority suspended is not for others to resume, even in part. */
    private void requireOwnSuspension(Caller caller, Attestation attestation, LocalDate day) {
        String own = authority(caller);
        attestation.fact().suspensions(day).stream()
                .map(StatusEvent::authority)
                .filter(authority -> !authority.equals(own))
                .findFirst()
                .ifPresent(other -> {
                    throw new RegistryProblem(
                            ProblemType.FORBIDDEN,
                            "It was suspended by " + other + ", who alone can resume it, or the authority.");
                });
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
            case OPERATOR -> "operator";
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
