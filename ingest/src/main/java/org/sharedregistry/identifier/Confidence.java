package org.sharedregistry.identifier;

/** How sure it is that a text is a number of some kind. */
public enum Confidence {
    /** It has the shape of this kind and of no other, or a check digit that holds and a mark of its own. */
    HIGH,
    /** It has the shape, but something was missing or other kinds share it. */
    MEDIUM,
    /** It may be one; so may any number of this length. */
    LOW
}
