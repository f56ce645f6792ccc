package org.sharedregistry.extraction;

import java.util.Set;

/** The families of files that are read, by media type. What is not named here is not given to a parser. */
enum FileType {
    PDF,
    PICTURE,
    /** Of a word processor: its pages are not known until it is laid out. */
    LETTER,
    OFFICE,
    TEXT,
    MAIL,
    OUTLOOK,
    ARCHIVE,
    /** Of one or more electronic signatures, over another file or with what is signed put in. */
    SIGNATURE,
    UNKNOWN;

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/tiff", "image/webp", "image/gif", "image/bmp", "image/x-ms-bmp");
    private static final Set<String> LETTER_TYPES = Set.of("application/msword", "application/rtf");
    private static final Set<String> LETTER_BEGINNINGS = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.ms-word.");
    private static final Set<String> OFFICE_TYPES = Set.of(
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/x-tika-ooxml-protected");
    private static final Set<String> OFFICE_BEGINNINGS = Set.of(
            "application/vnd.openxmlformats-officedocument.",
            "application/vnd.oasis.opendocument.",
            "application/vnd.ms-excel.",
            "application/vnd.ms-powerpoint.");
    private static final Set<String> TEXTS = Set.of("application/xml", "application/xhtml+xml");
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-7z-compressed",
            "application/gzip",
            "application/x-tar",
            "application/x-gtar",
            "application/x-rar-compressed",
            "application/x-rar-compressed;version=5",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-compress",
            "application/java-archive");

    /** @param mediaType without parameters */
    static FileType of(String mediaType) {
        if (mediaType.equals("application/pdf")) {
            return PDF;
        }
        if (mediaType.equals("message/rfc822")) {
            return MAIL;
        }
        if (mediaType.equals("application/vnd.ms-outlook")) {
            return OUTLOOK;
        }
        if (mediaType.equals(SignatureFile.DETACHED) || mediaType.equals(SignatureFile.ATTACHED)) {
            return SIGNATURE;
        }
        if (PICTURES.contains(mediaType) || HeifFile.holds(mediaType)) {
            return PICTURE;
        }
        if (isOneOf(LETTER_TYPES, LETTER_BEGINNINGS, mediaType)) {
            return LETTER;
        }
        if (isOneOf(OFFICE_TYPES, OFFICE_BEGINNINGS, mediaType)) {
            return OFFICE;
        }
        if (mediaType.startsWith("text/") || TEXTS.contains(mediaType)) {
            return TEXT;
        }
        return ARCHIVES.contains(mediaType) ? ARCHIVE : UNKNOWN;
    }

    private static boolean isOneOf(Set<String> types, Set<String> beginnings, String mediaType) {
        return types.contains(mediaType) || beginnings.stream().anyMatch(mediaType::startsWith);
    }
}
