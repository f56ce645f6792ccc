package org.sharedregistry.access;

/** What a caller may do in principle; what it may do it to depends on its state and organisation. */
public enum Role {
    /** Nobody signed in. */
    PUBLIC,
    MANUFACTURER,
    /** A conformity assessment body. */
    BODY,
    /** A customs officer. */
    OFFICER,
    AUTHORITY,
    OPERATOR
}
