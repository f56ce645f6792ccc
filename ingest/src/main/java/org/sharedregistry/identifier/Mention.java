package org.sharedregistry.identifier;

/**
 * A number found in a text.
 *
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 * @param raw what stands there
 * @param reading its best reading
 */
public record Mention(int start, int end, String raw, Reading reading) {}
