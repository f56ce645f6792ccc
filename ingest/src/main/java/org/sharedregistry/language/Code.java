package org.sharedregistry.language;

/**
 * A code in a text: letters and digits without separators, look-alikes folded.
 *
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 */
public record Code(int start, int end, String term) {}
