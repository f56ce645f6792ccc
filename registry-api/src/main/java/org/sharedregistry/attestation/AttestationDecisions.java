package org.sharedregistry.attestation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.AttestationStatus;
import org.sharedregistry.recognition.StatusEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deciding where an attestation stands, by those who may. */
@Service
public class AttestationDecisions {

    private final Attestations attestations;
    private final AttestationRights rights;

    AttestationDecisions(Attestations attestations, AttestationRights rights) {
        this.attestations = attestations;
        this.rights = rights;
    }

    /**
     * Records a decision.
     *
     * @param seen the ETag of the attestation when the caller saw it
     * @throws RegistryProblem PRECONDITION_FAILED when it has changed since, ILLEGAL_STEP when this is not open
     */
    @Transactional
    public Attestation decide(Caller caller, UUID id, String seen, NewEvent event) {
        Attestation attestation = attestations.lock(id).orElseThrow(() -> RegistryProblem.notFound("attestation"));
        rights.requireDecision(caller, attestation, event);
        requireUnchanged(attestation, seen);
        requireOpen(attestation, event);
        return attestations.add(caller, id, event, rights.authority(caller));
    }

    /** What a caller may decide on an attestation that is open on a day. */
    public Set<StatusEvent.Type> open(Caller caller, Attestation attestation, LocalDate day) {
        Set<StatusEvent.Type> open = EnumSet.noneOf(StatusEvent.Type.class);
        open.addAll(attestation.fact().openSteps(day));
        open.retainAll(rights.steps(caller, attestation));
        return open;
    }

    private static void requireUnchanged(Attestation attestation, String seen) {
        if (!seen.equals(attestation.etag())) {
            throw new RegistryProblem(
                    ProblemType.PRECONDITION_FAILED, "Read the attestation again and decide on what it says now.");
        }
    }

    private static void requireOpen(Attestation attestation, NewEvent event) {
        AttestationStatus status = attestation.fact().on(event.effective()).status();
        Set<StatusEvent.Type> open = attestation.fact().openSteps(event.effective());
        if (!open.contains(event.type())) {
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP,
                            "On " + event.effective() + " the attestation is " + status + "; open are " + open + ".")
                    .with("currentStatus", status)
                    .with("openSteps", open);
        }
    }
}
