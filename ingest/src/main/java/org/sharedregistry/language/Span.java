package org.sharedregistry.language;

/**
 * A stretch of a text that fits a query.
 *
 * @param start offset of its first character in the text, in UTF-16 units
 * @param end offset behind its last character
 */
public record Span(int start, int end) {}
