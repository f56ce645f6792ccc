package org.sharedregistry.identifier;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text made ready for reading the numbers in it: folded, without invisible characters, runs of spaces and line breaks
 * shortened to one space, number signs and prefixes in one spelling. It remembers where every character came from.
 */
final class CleanText {

    private static final String STATE = "(?:RU|BY|KZ|KG|AM)";
    /** Behind the letters that begin a word. They stand first, because a search for letters is quick. */
    private static final String N_BEGINS_A_WORD = "N(?<![\\p{L}\\p{Nd}]N)";

    private static final String EA_BEGINS_A_WORD = "EA(?<![\\p{L}\\p{Nd}]EA)";
    /** ЕАЭС as foreign keyboards, translators and OCR write it, behind its first two letters. */
    private static final String SPOILED = "(?:EU|ES|EC|DC|[3З9]C)";

    private static final Pattern SIGN_BEFORE_PREFIX = Pattern.compile(
            N_BEGINS_A_WORD + "(?:[OGº°]?\\.?) ?(?=(?:EAЭC|EA" + SPOILED + "|TC|POCC)[ .]*(?:N ?)?" + STATE + ")");
    /** EAC is the mark of conformity, unless a state follows. */
    private static final Pattern SPOILED_PREFIX = Pattern.compile(EA_BEGINS_A_WORD + "(?:" + SPOILED
            + "(?=[^\\p{L}\\p{Nd}]|N?" + STATE + "|$)|C(?=[ .]*(?:N ?)?" + STATE + "))");

    private static final Pattern SIGN_BEFORE_STATE =
            Pattern.compile(N_BEGINS_A_WORD + "(?:[OGº°]\\.?|\\.) ?(?=" + STATE + ")");

    private final String original;
    private final String text;
    private final int[] origins;

    private CleanText(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    static CleanText of(String original) {
        return folded(original)
                .replaced(SIGN_BEFORE_PREFIX, "")
                .replaced(SPOILED_PREFIX, "EAЭC")
                .replaced(SIGN_BEFORE_STATE, "N ");
    }

    /** Folded, the number sign set apart, without invisible characters and with single spaces within alone. */
    private static CleanText folded(String original) {
        StringBuilder text = new StringBuilder(original.length());
        // A number sign becomes a letter between two spaces; those of neighbours run together.
        int[] origins = new int[2 * original.length() + 1];
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            int next = i + Character.charCount(point);
            int folded = Folding.fold(point);
            if (point == '№') {
                space(text, origins, i);
                append(text, origins, 'N', i);
                space(text, origins, i);
            } else if (folded == ' ') {
                space(text, origins, i);
            } else if (!isInvisible(folded)) {
                append(text, origins, folded, i);
            }
            i = next;
        }
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == ' ') {
            text.setLength(length - 1);
        }
        return new CleanText(original, text.toString(), Arrays.copyOf(origins, text.length()));
    }

    private static void append(StringBuilder text, int[] origins, int point, int origin) {
        for (int i = 0; i < Character.charCount(point); i++) {
            origins[text.length() + i] = origin + i;
        }
        text.appendCodePoint(point);
    }

    /** Of several spaces the last one counts; before the first word none does. */
    private static void space(StringBuilder text, int[] origins, int origin) {
        int length = text.length();
        if (length == 0) {
            return;
        }
        if (text.charAt(length - 1) == ' ') {
            origins[length - 1] = origin;
        } else {
            append(text, origins, ' ', origin);
        }
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT;
    }

    String text() {
        return text;
    }

    /** Where a stretch of this text begins in the original. */
    int originalStart(int start) {
        return origins[start];
    }

    /** Where a stretch of this text ends in the original; it holds at least one character. */
    int originalEnd(int end) {
        return origins[end - 1] + 1;
    }

    /** What stands in the original for a stretch of this text. */
    String original(int start, int end) {
        return original.substring(originalStart(start), originalEnd(end));
    }

    private CleanText replaced(Pattern pattern, String replacement) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return this;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        // A replacement is at most three characters for one.
        int[] from = new int[3 * text.length()];
        int copied = 0;
        do {
            System.arraycopy(origins, copied, from, replaced.length(), matcher.start() - copied);
            replaced.append(text, copied, matcher.start());
            for (int i = 0; i < replacement.length(); i++) {
                boolean last = i == replacement.length() - 1;
                from[replaced.length()] = origins[last ? matcher.end() - 1 : matcher.start()];
                replaced.append(replacement.charAt(i));
            }
            copied = matcher.end();
        } while (matcher.find());
        System.arraycopy(origins, copied, from, replaced.length(), text.length() - copied);
        replaced.append(text, copied, text.length());
        return new CleanText(original, replaced.toString(), Arrays.copyOf(from, replaced.length()));
    }
}
