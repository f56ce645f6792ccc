package org.sharedregistry.identifier;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes letters that look alike the same, one character for one, so that offsets into a text stay true: capitals, any
 * dash {@code -}, any space a space, {@code №} and Cyrillic look-alikes as Latin. {@code Д} is no look-alike of {@code D}
 * but is typed for it.
 */
public final class Folding {

    private static final String CYRILLIC = "АВЕКМНОРСТУХДЁ";
    private static final String LATIN = "ABEKMHOPCTYXDE";

    private static final Map<Character, Character> TO_LATIN = pairs(CYRILLIC, LATIN);

    /** Without Ё, so that each Latin letter has one Cyrillic partner. */
    private static final Map<Character, Character> TO_CYRILLIC =
            pairs(LATIN.substring(0, LATIN.length() - 1), CYRILLIC.substring(0, CYRILLIC.length() - 1));

    private Folding() {}

    /** The text with look-alikes folded; as long as before, and folding it again changes nothing. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(Folding::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** The text with the Latin look-alikes in Cyrillic, as the numbers of Russian and Belarusian bodies are printed. */
    static String inCyrillic(String folded) {
        StringBuilder cyrillic = new StringBuilder(folded.length());
        folded.chars()
                .mapToObj(letter -> TO_CYRILLIC.getOrDefault((char) letter, (char) letter))
                .forEach(cyrillic::append);
        return cyrillic.toString();
    }

    private static int fold(int codePoint) {
        int upper = Character.toUpperCase(codePoint);
        Character latin = Character.isBmpCodePoint(upper) ? TO_LATIN.get((char) upper) : null;
        if (latin != null) {
            return latin;
        }
        if (upper == '№') {
            return 'N';
        }
        if (upper == '\u2212' || Character.getType(upper) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        return Character.isWhitespace(upper) || Character.isSpaceChar(upper) ? ' ' : upper;
    }

    private static Map<Character, Character> pairs(String from, String to) {
        return from.chars()
                .mapToObj(letter -> (char) letter)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), letter -> to.charAt(from.indexOf(letter))));
    }
}
