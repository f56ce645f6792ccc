package org.sharedregistry.recognition;

/** Whether goods are recognised. */
public enum Verdict {
    RECOGNIZED,
    /** Recognised under conditions that the decision names. */
    CONDITIONAL,
    /** Yes for some items and no for others; the question does not say which one is meant. */
    DEPENDS_ON_ITEM,
    NOT_RECOGNIZED,
    /** No regime covers this origin, destination or purpose. Not a no. */
    NOT_APPLICABLE,
    /** The source of the facts is stale or away. Not a no. */
    UNDETERMINED,
    NOT_FOUND,
    /** The number can mean different documents. */
    AMBIGUOUS;

    /** Whether goods may be recognised, now or once more is known of them. */
    public boolean mayPass() {
        return this == RECOGNIZED || this == CONDITIONAL || this == DEPENDS_ON_ITEM || this == UNDETERMINED;
    }
}
