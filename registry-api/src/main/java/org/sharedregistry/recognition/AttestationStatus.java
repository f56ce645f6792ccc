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
import java.util.Set;

/** Where an attestation stands on a day. */
public enum AttestationStatus {
    NOT_YET_VALID,
    VALID,
    PARTLY_SUSPENDED,
    SUSPENDED,
    TERMINATED,
    /** As if it had never been issued; only a court can restore it. */
    ANNULLED,
    EXPIRED;

    /** Whether it attests to something. */
    public boolean isInForce() {
        return this == VALID || this == PARTLY_SUSPENDED;
    }

    /** What can be decided on an attestation that stands like this. */
    public Set<StatusEvent.Type> openSteps() {
        return switch (this) {
            case NOT_YET_VALID -> EnumSet.of(TERMINATE, ANNUL);
            case VALID -> EnumSet.of(EXTEND, SUSPEND, PARTLY_SUSPEND, TERMINATE, ANNUL);
            case PARTLY_SUSPENDED -> EnumSet.of(SUSPEND, PARTLY_SUSPEND, RESUME, TERMINATE, ANNUL);
            case SUSPENDED -> EnumSet.of(RESUME, TERMINATE, ANNUL);
            case TERMINATED, EXPIRED -> EnumSet.of(ANNUL, ARCHIVE);
            case ANNULLED -> EnumSet.of(RESTORE, ARCHIVE);
        };
    }
}
