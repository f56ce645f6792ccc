package org.sharedregistry.identifier;

/**
 * Makes letters that look alike the same, one character for one, so that offsets into a text stay true: capitals, any
 * dash {@code -}, any space a space, {@code №} and Cyrillic look-alikes as Latin. {@code Д} is no look-alike of {@code D}
 * but is typed for it.
 */
public final class Folding {

    /** Ё stands behind Е, so that E stands for Е when it is written in Cyrillic again. */
    private static final String CYRILLIC = "АВЕКМНОРСТУХДЁ";

    private static final String LATIN = "ABEKMHOPCTYXDE";

    /** What each character of the first plane is folded to. */
    private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    static {
        for (int i = 0; i < FOLDED.length; i++) {
            int upper = Character.toUpperCase(i);
            // All that is folded lies in the first plane; a capital beyond it would change the length.
            FOLDED[i] = Character.isBmpCodePoint(upper) ? folded((char) upper) : (char) i;
        }
    }

    private Folding() {}

    /** The text with look-alikes folded; as long as before, and folding it again changes nothing. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            folded.appendCodePoint(fold(point));
        }
        return folded.toString();
    }

    /** Letters and digits alone, folded: what designations that differ in signs, spaces and case have in common. */
    public static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints().map(Folding::fold).filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** The text with the Latin look-alikes in Cyrillic, as the numbers of Russian and Belarusian bodies are printed. */
    static String inCyrillic(String folded) {
        StringBuilder cyrillic = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            int at = LATIN.indexOf(folded.charAt(i));
            cyrillic.append(at < 0 ? folded.charAt(i) : CYRILLIC.charAt(at));
        }
        return cyrillic.toString();
    }

    /** Whether two capitals are one letter to whoever types: they look alike, or Latin R was typed for Р. */
    static boolean isAlike(char one, char other) {
        return FOLDED[one] == FOLDED[other] || ("RР".indexOf(one) >= 0 && "RР".indexOf(other) >= 0);
    }

    static int fold(int codePoint) {
        return Character.isBmpCodePoint(codePoint) ? FOLDED[codePoint] : Character.toUpperCase(codePoint);
    }

    private static char folded(char capital) {
        int at = CYRILLIC.indexOf(capital);
        if (at >= 0) {
            return LATIN.charAt(at);
        }
        if (capital == '№') {
            return 'N';
        }
        if (capital == '\u2212' || Character.getType(capital) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        return Character.isWhitespace(capital) || Character.isSpaceChar(capital) ? ' ' : capital;
    }
}
