package org.sharedregistry.paper;

/** What a paper is by its own words. */
public enum PaperKind {
    CERTIFICATE,
    DECLARATION,
    TEST_REPORT,
    /** A certificate of own production, an expertise act, an extract from a register of production. */
    PRODUCTION_CONFIRMATION,
    /** The maker's description that comes with the goods. */
    PASSPORT,
    OTHER
}
