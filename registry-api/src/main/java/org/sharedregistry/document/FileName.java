package org.sharedregistry.document;

import org.jspecify.annotations.Nullable;

/** The name of an uploaded file, kept to show it to people; nothing is ever stored under it. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /** The last part of the name as sent, without what could do harm where it is shown, shortened before its ending. */
    static String of(@Nullable String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        // Control characters, and those that turn the direction of text, disguise what a file is.
        name = name.replaceAll("[\\p{Cntrl}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (name.isEmpty() || name.matches("\\.+")) {
            return "unnamed";
        }
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot >= name.length() - 10 && dot > 0 ? name.substring(dot) : "";
        return name.substring(0, LONGEST - ending.length()) + ending;
    }
}
