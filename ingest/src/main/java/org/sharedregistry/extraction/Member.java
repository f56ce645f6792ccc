package org.sharedregistry.extraction;

import java.nio.file.Path;

/**
 * A file within a file: an entry of an archive, an attachment of a letter or of a PDF. It is a document of its own.
 *
 * @param number its place among the members, from 1
 * @param name as the container gives it, perhaps with folders; it may be anything and may come twice
 * @param file its bytes, to be taken before the consumer returns; deleted afterwards
 */
public record Member(int number, String name, Path file) {}
