package org.sharedregistry.identifier;

/**
 * Something that was changed to read a number.
 *
 * @param detail what it was about: the stretch that was read, the prefix added, or the letters that were read as others
 */
public record Correction(Code code, String detail) {

    /** What was changed. */
    public enum Code {
        FOUND_AMONG_OTHER_TEXT("found among other text"),
        PREFIX_ADDED("prefix added"),
        PREFIX_REPAIRED("prefix repaired"),
        LATIN_READ_AS_CYRILLIC("Latin letters read as Cyrillic"),
        CYRILLIC_READ_AS_LATIN("Cyrillic letters read as Latin");

        private final String text;

        Code(String text) {
            this.text = text;
        }
    }

    @Override
    public String toString() {
        return code.text + ": " + detail;
    }
}
