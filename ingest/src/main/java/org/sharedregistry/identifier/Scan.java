package org.sharedregistry.identifier;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Goes through a text once and tries the forms where a word begins, each within a window as long as the longest number.
 * The window bounds what a hostile text can cost.
 */
final class Scan {

    private static final int WINDOW = 100;

    /** Every number has a digit within so many characters: what has none is passed by. */
    private static final int LONGEST_WITHOUT_DIGIT = 40;

    private final CleanText clean;
    private final String text;
    private final IdentityHashMap<Format, Matcher> matchers = new IdentityHashMap<>();
    private int digit;

    Scan(CleanText clean) {
        this.clean = clean;
        this.text = clean.text();
    }

    /** Where numbers stand in the original text, in order, without overlap. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = beginsWord(at) && digitFollows(at) ? longestFrom(at) : at;
            if (end > at) {
                spans.add(new Span(clean.originalStart(at), clean.originalEnd(end)));
            }
            at = Math.max(end, at + 1);
        }
        return spans;
    }

    private boolean beginsWord(int at) {
        return isWord(at) && (at == 0 || !isWord(at - 1));
    }

    /** Called for places in ascending order. */
    private boolean digitFollows(int at) {
        while (digit < text.length() && (digit < at || !Character.isDigit(text.charAt(digit)))) {
            digit++;
        }
        return digit < text.length() && digit - at < LONGEST_WITHOUT_DIGIT;
    }

    private boolean isWord(int at) {
        return Character.isLetterOrDigit(text.charAt(at));
    }

    /** Where the longest number that begins here ends; here when none does. */
    private int longestFrom(int start) {
        int limit = Math.min(start + WINDOW, text.length());
        int longest = start;
        for (Format format : Formats.inTextBegunBy(text.charAt(start))) {
            int end = format.end(matchers.computeIfAbsent(format, each -> each.matcher(text)), start, limit);
            if (end > longest && !isWithinDigits(start, end)) {
                longest = end;
            }
        }
        return longest;
    }

    /** Whether a number that begins with a digit is but a piece of a longer one, such as a decimal or a telephone number. */
    private boolean isWithinDigits(int start, int end) {
        return isDigit(start) && ((isDigit(start - 2) && isJoint(start - 1)) || (isJoint(end) && isDigit(end + 1)));
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private boolean isJoint(int at) {
        return at < text.length() && ".,-".indexOf(text.charAt(at)) >= 0;
    }

    /** A stretch of the original text. */
    record Span(int start, int end) {}
}
