package org.sharedregistry.scans;

/** What became of a value that stands on a document. */
enum Outcome {
    /** Read as printed, or as the product prints numbers and days. */
    EXACT,
    /** Read but for letters that look alike, signs between them, and the legal form of a name. */
    FOLDED,
    /** Of a number its serial and year were read and nothing else. */
    TAIL,
    MISSING
}
