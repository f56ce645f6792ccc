package org.sharedregistry.extraction;

import java.nio.file.Path;

/**
 * A file within a file: an entry of an archive, an attachment of a letter or of a PDF. It is a document of its own.
 *
 * @param number its place among the members, from 1
 * @param name as the container gives it, perhaps with folders; it may be anything and may come twice
 * @param file its bytes, to be taken before the consumer returns; deleted afterwards
 */
public record Member(int number, String name, Path file) {

    /** The member as a parser process told of it, with its file where such a process has to put it and nowhere else. */
    static Member in(Path folder, int number, String name) {
        return new Member(number, name, folder.resolve("member-" + number));
    }
}
