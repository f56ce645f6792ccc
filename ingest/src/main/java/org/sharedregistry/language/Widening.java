package org.sharedregistry.language;

/** How far a query goes beyond what was typed. A search takes the first of these, in order, that finds something. */
public enum Widening {
    /** Not at all: all that was typed, in any form of its words. */
    NONE,

    /**
     * To what was likely meant: words spelled much alike, words that go on, and words typed with another keyboard layout
     * or in another script.
     */
    SIMILAR,

    /** Besides, to what has at least half of that. */
    PARTIAL,

    /** Besides, to what has any of that. */
    ANY
}
