package org.sharedregistry.language;

import java.text.Normalizer;
import java.util.Locale;

/** Takes from a word what people do not search by: case, apostrophes, accents, ligatures, letters of the wrong keyboard. */
final class WordFolding {

    private static final String LATIN_LOOKALIKES = "abcehikmoptxy";
    private static final String CYRILLIC_LOOKALIKES = "авсенікмортху";

    private WordFolding() {}

    /** Letters and digits only; empty when nothing is left. */
    static String fold(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) && !isApostrophe(c))
                .map(WordFolding::withoutAccent)
                .forEach(folded::appendCodePoint);
        return TextAnalysis.shortened(inOneScript(folded));
    }

    /** The four characters found where Belarusian and English spell an apostrophe; U+02BC counts as a letter. */
    static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == '’' || codePoint == '‘' || codePoint == 'ʼ';
    }

    /** Latin letters lose their accents, and ё its dots; й, ў and ї are letters of their own. */
    private static int withoutAccent(int codePoint) {
        if (codePoint == 'ё') {
            return 'е';
        }
        if (codePoint < 0x80 || !isLatin(codePoint)) {
            return codePoint;
        }
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePointAt(0);
    }

    /** A Cyrillic word with Latin look-alikes in it, as scans and hasty typing give, becomes all Cyrillic. */
    private static String inOneScript(StringBuilder word) {
        boolean latin = false;
        boolean certainlyCyrillic = false;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            latin |= isLatin(letter);
            certainlyCyrillic |= isCyrillic(letter) && CYRILLIC_LOOKALIKES.indexOf(letter) < 0;
        }
        if (!latin || !certainlyCyrillic) {
            return word.toString();
        }
        for (int i = 0; i < word.length(); i++) {
            int alike = LATIN_LOOKALIKES.indexOf(word.charAt(i));
            if (alike >= 0) {
                word.setCharAt(i, CYRILLIC_LOOKALIKES.charAt(alike));
            }
        }
        return word.toString();
    }

    static boolean isCyrillic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.CYRILLIC;
    }

    static boolean isLatin(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
    }
}
