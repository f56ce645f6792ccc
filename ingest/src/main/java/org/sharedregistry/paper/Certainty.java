package org.sharedregistry.paper;

/** How sure it is that a particular was read as it stands on the paper. */
public enum Certainty {
    /** Of a hundred at least ninety-nine are right: docs/reading.md says how often that was seen. */
    SURE,
    /** Read with no sign of doubt, and with nothing that confirms it. */
    LIKELY,
    /** Something may stand there; a person has to look. */
    POSSIBLE;

    /** The lesser of two. */
    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
