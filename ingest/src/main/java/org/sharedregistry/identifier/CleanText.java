package org.sharedregistry.identifier;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text made ready for reading the numbers in it: folded, without invisible characters, runs of spaces and line breaks
 * shortened to one space, number signs and prefixes in one spelling. It remembers where every character came from.
 */
final class CleanText {

    private static final String STATE = "(?:RU|BY|KZ|KG|AM)";
    private static final String NOT_WITHIN_A_WORD = "(?<![\\p{L}\\p{Nd}])";
    /** ЕАЭС as foreign keyboards, translators and OCR write it. */
    private static final String SPOILED = "EA(?:EU|ES|EC|DC|[3З9]C)";

    private static final Pattern NUMBER_SIGN = Pattern.compile("№");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern ENDS = Pattern.compile("^ | $");
    private static final Pattern SIGN_BEFORE_PREFIX = Pattern.compile(
            NOT_WITHIN_A_WORD + "N(?:[OGº°]?\\.?) ?(?=(?:EAЭC|" + SPOILED + "|TC|POCC)[ .]*(?:N ?)?" + STATE + ")");
    /** EAC is the mark of conformity, unless a state follows. */
    private static final Pattern SPOILED_PREFIX = Pattern.compile(NOT_WITHIN_A_WORD + "(?:" + SPOILED
            + "(?=[^\\p{L}\\p{Nd}]|N?" + STATE + "|$)|EAC(?=[ .]*(?:N ?)?" + STATE + "))");

    private static final Pattern SIGN_BEFORE_STATE =
            Pattern.compile(NOT_WITHIN_A_WORD + "N(?:[OGº°]\\.?|\\.) ?(?=" + STATE + ")");

    private final String original;
    private final String text;
    private final int[] origins;

    private CleanText(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    static CleanText of(String original) {
        return new CleanText(
                        original,
                        original,
                        IntStream.range(0, original.length()).toArray())
                .replaced(NUMBER_SIGN, " N ")
                .folded()
                .replaced(INVISIBLE, "")
                .replaced(SPACES, " ")
                .replaced(ENDS, "")
                .replaced(SIGN_BEFORE_PREFIX, "")
                .replaced(SPOILED_PREFIX, "EAЭC")
                .replaced(SIGN_BEFORE_STATE, "N ");
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

    private CleanText folded() {
        return new CleanText(original, Folding.fold(text), origins);
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
