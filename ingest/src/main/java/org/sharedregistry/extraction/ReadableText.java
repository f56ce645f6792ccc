package org.sharedregistry.extraction;

import java.util.regex.Pattern;

/** Makes text from a file fit to be kept and shown. */
final class ReadableText {

    private static final Pattern SPACES_BEFORE_BREAK = Pattern.compile("[ \\t\\u00A0]+\\n");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private ReadableText() {}

    /** Without control characters (PostgreSQL takes no NUL), broken surrogates, and runs of empty lines. */
    static String of(CharSequence raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().forEach(point -> {
            if (point == '\r') {
                return;
            }
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                text.append('\uFFFD');
            } else if (point == '\n' || point == '\t' || !Character.isISOControl(point)) {
                text.appendCodePoint(point);
            }
        });
        String tidy = SPACES_BEFORE_BREAK.matcher(text).replaceAll("\n");
        return EMPTY_LINES.matcher(tidy).replaceAll("\n\n").strip();
    }

    /** Whether there is something to read: letters or digits, and not mostly signs that no font explains. */
    static boolean isUsable(String text) {
        long readable = text.codePoints().filter(Character::isLetterOrDigit).count();
        long unreadable = text.codePoints()
                .filter(point -> point == 0xFFFD
                        || Character.getType(point) == Character.PRIVATE_USE
                        || Character.getType(point) == Character.UNASSIGNED)
                .count();
        return readable > 0 && readable >= unreadable;
    }
}
