package org.sharedregistry.feed;

/**
 * What was not taken or could not be read, and why.
 *
 * @param file its path from the folder on; for what lies within a file, that and its own name
 * @param reason a code: of the registry, or of this package
 * @param detail a sentence
 */
record Failure(String file, String reason, String detail) {}
