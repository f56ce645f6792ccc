package org.sharedregistry.recognition;

/** What the answer is for; decides which date counts. */
public enum Purpose {
    /** Attestations are judged on the day of the declaration. */
    CUSTOMS,
    /** A check inside the market: attestations are judged on the day of manufacture, where it is known. */
    CIRCULATION,
    /** The day is the tender's deadline. */
    PROCUREMENT
}
