package org.sharedregistry.recognition;

import java.util.EnumSet;
import java.util.Set;

/** Where an attestation stands on a day. */
public enum AttestationStatus {
    NOT_YET_VALID,
    VALID,
    PARTLY_SUSPENDED,
    SUSPENDED,
    TERMINATED,
    ANNULLED,
    EXPIRED;

    /** What can be decided on an attestation that stands like this. */
    public Set<StatusEvent.Type> openSteps() {
        return switch (this) {
            case VALID ->
                EnumSet.of(
                        StatusEvent.Type.EXTEND,
                        StatusEvent.Type.SUSPEND,
                        StatusEvent.Type.PARTLY_SUSPEND,
                        StatusEvent.Type.TERMINATE,
                        StatusEvent.Type.ANNUL);
            case PARTLY_SUSPENDED ->
                EnumSet.of(
                        StatusEvent.Type.RESUME,
                        StatusEvent.Type.SUSPEND,
                        StatusEvent.Type.TERMINATE,
                        StatusEvent.Type.ANNUL);
            case SUSPENDED -> EnumSet.of(StatusEvent.Type.RESUME, StatusEvent.Type.TERMINATE, StatusEvent.Type.ANNUL);
            case NOT_YET_VALID -> EnumSet.of(StatusEvent.Type.TERMINATE, StatusEvent.Type.ANNUL);
            case TERMINATED, EXPIRED -> EnumSet.of(StatusEvent.Type.ANNUL);
            case ANNULLED -> EnumSet.noneOf(StatusEvent.Type.class);
        };
    }
}
