package org.sharedregistry.extraction;

import java.util.regex.Pattern;

/** Makes text from a file fit to be kept, searched and shown. */
final class ReadableText {

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private ReadableText() {}

    /**
     * Without control characters (PostgreSQL takes no NUL), halves of surrogate pairs, spaces at line ends and runs of
     * empty lines; a word that a soft hyphen divides is whole again.
     */
    static String of(CharSequence raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean divided = false;
        for (int i = 0; i < raw.length(); ) {
            int point = Character.codePointAt(raw, i);
            i += Character.charCount(point);
            boolean pairFollows = point == '\r' && i < raw.length() && raw.charAt(i) == '\n';
            if (pairFollows) {
                continue;
            }
            if (point == SOFT_HYPHEN) {
                divided = true;
            } else if (breaksLine(point)) {
                if (!divided) {
                    endLine(text);
                }
            } else if (isKept(point)) {
                divided = false;
                text.appendCodePoint(isSurrogate(point) ? 0xFFFD : point);
            }
        }
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** A name or another single line, of any length: without control characters and halves of surrogate pairs. */
    static String line(CharSequence raw) {
        StringBuilder line = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .forEach(point -> line.appendCodePoint(isSurrogate(point) ? 0xFFFD : point));
        return line.toString();
    }

    /** Whether there is something to read: letters or digits, and not mostly signs that no font explains. */
    static boolean isUsable(CharSequence text) {
        long readable = text.codePoints().filter(Character::isLetterOrDigit).count();
        long unreadable = text.codePoints().filter(ReadableText::isUnexplained).count();
        return readable > 0 && readable >= unreadable;
    }

    /** A loop where a regular expression would be quadratic: a page may be a million spaces. */
    private static void endLine(StringBuilder text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
        text.append('\n');
    }

    private static boolean breaksLine(int point) {
        return point == '\n'
                || point == '\r'
                || point == '\f'
                || point == 0x0B
                || point == 0x85
                || point == 0x2028
                || point == 0x2029;
    }

    private static boolean isKept(int point) {
        return point == '\t' || (!Character.isISOControl(point) && point != BYTE_ORDER_MARK);
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\u00A0';
    }

    private static boolean isUnexplained(int point) {
        int type = Character.getType(point);
        return point == 0xFFFD || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
    }
}
