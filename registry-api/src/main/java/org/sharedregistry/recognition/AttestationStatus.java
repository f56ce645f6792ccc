package org.sharedregistry.recognition;

import static org.sharedregistry.recognition.StatusEvent.Type.ANNUL;
import static org.sharedregistry.recognition.StatusEvent.Type.ARCHIVE;
import static org.sharedregistry.recognition.StatusEvent.Type.EXTEND;
import static org.sharedregistry.recognition.StatusEvent.Type.PARTLY_SUSPEND;
import static org.sharedregistry.recognition.StatusEvent.Type.RESTORE;
import static org.sharedregistry.recognition.StatusEvent.Type.RESUME;
import static org.sharedregistry.recognition.StatusEvent.Type.SUSPEND;
import static org.sharedregistry.recognition.StatusEvent.Type.TERMINATE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where an attestation stands on a day. */
public enum AttestationStatus {
    NOT_YET_VALID(TERMINATE, ANNUL),
    VALID(EXTEND, SUSPEND, PARTLY_SUSPEND, TERMINATE, ANNUL),
    PARTLY_SUSPENDED(SUSPEND, PARTLY_SUSPEND, RESUME, TERMINATE, ANNUL),
    SUSPENDED(RESUME, TERMINATE, ANNUL),
    TERMINATED(ANNUL, ARCHIVE),
    /** As if it had never been issued; only a court can restore it. */
    ANNULLED(RESTORE, ARCHIVE),
    EXPIRED(ANNUL, ARCHIVE);

    private final EnumSet<StatusEvent.Type> openSteps = EnumSet.noneOf(StatusEvent.Type.class);

    AttestationStatus(StatusEvent.Type... openSteps) {
        this.openSteps.addAll(List.of(openSteps));
    }

    /** What can be decided on an attestation that stands like this, in the order of the steps' declaration. */
    public Set<StatusEvent.Type> openSteps() {
        return EnumSet.copyOf(openSteps);
    }
}
