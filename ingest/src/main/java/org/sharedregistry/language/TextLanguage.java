package org.sharedregistry.language;

import java.util.Locale;
import java.util.Optional;

/**
 * The language of a text, told by its letters: of the two that are hard to tell apart, Belarusian alone writes ў and і,
 * and Russian alone и, щ and ъ. Texts in other Cyrillic alphabets show letters that neither has.
 */
public enum TextLanguage {
    RUSSIAN("ru"),
    BELARUSIAN("be"),
    ENGLISH("en"),
    OTHER("und");

    private static final String BELARUSIAN_LETTERS = "ўі";
    private static final String RUSSIAN_LETTERS = "ищъ";
    private static final String COMMON_LETTERS = "абвгдеёжзйклмнопрстуфхцчшыьэюя";

    /** Fewer letters tell nothing: a number and its unit are in no language. */
    private static final int ENOUGH = 20;

    private final String tag;

    TextLanguage(String tag) {
        this.tag = tag;
    }

    /** As in BCP 47. */
    public String tag() {
        return tag;
    }

    /** The language of most of a text; nothing when it is too short to tell. */
    public static Optional<TextLanguage> of(String text) {
        int belarusian = 0;
        int russian = 0;
        int common = 0;
        int latin = 0;
        int others = 0;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char letter = lower.charAt(i);
            if (BELARUSIAN_LETTERS.indexOf(letter) >= 0) {
                belarusian++;
            } else if (RUSSIAN_LETTERS.indexOf(letter) >= 0) {
                russian++;
            } else if (COMMON_LETTERS.indexOf(letter) >= 0) {
                common++;
            } else if (letter >= 'a' && letter <= 'z') {
                latin++;
            } else if (Character.isLetter(letter)) {
                others++;
            }
        }
        int cyrillic = belarusian + russian + common;
        if (cyrillic + latin + others < ENOUGH) {
            return Optional.empty();
        }
        // A twentieth of letters that no language here has is more than foreign names in a text.
        if (20 * others > cyrillic + latin) {
            return Optional.of(OTHER);
        }
        if (latin > cyrillic) {
            return Optional.of(ENGLISH);
        }
        return Optional.of(belarusian > russian ? BELARUSIAN : RUSSIAN);
    }
}
