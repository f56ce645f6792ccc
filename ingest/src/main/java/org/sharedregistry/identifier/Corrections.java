package org.sharedregistry.identifier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be changed in a number as typed to make it the number as printed. */
final class Corrections {

    private Corrections() {}

    /**
     * Compares what was typed with how it is printed.
     *
     * @param prefix the prefix in the clean text; empty when there is none
     * @param added the prefix that was added; empty when none was
     */
    static List<Correction> between(CleanText number, String prefix, String display, String added) {
        List<Correction> corrections = new ArrayList<>();
        String typed = number.original(0, number.text().length());
        String typedPrefix = prefix.isEmpty() ? "" : number.original(0, prefix.length());
        boolean repaired =
                !Normalised.lettersAndDigits(Folding.fold(typedPrefix)).equals(prefix);
        corrections.addAll(letters(repaired ? typed.substring(typedPrefix.length()) : typed, display));
        if (repaired) {
            corrections.add(new Correction(Correction.Code.PREFIX_REPAIRED, typedPrefix + " → ЕАЭС"));
        }
        if (!added.isEmpty()) {
            corrections.add(new Correction(Correction.Code.PREFIX_ADDED, added));
        }
        return corrections;
    }

    /** Letters in the wrong alphabet; compared from the end, since the beginnings may differ by a prefix. */
    private static List<Correction> letters(String typed, String display) {
        String was = reversed(typed);
        String is = reversed(display);
        Set<String> latin = new LinkedHashSet<>();
        Set<String> cyrillic = new LinkedHashSet<>();
        for (int i = Math.min(was.length(), is.length()) - 1; i >= 0; i--) {
            char before = was.charAt(i);
            char after = is.charAt(i);
            if (before != after && Folding.isAlike(before, after)) {
                (isCyrillic(after) ? latin : cyrillic).add(String.valueOf(before));
            }
        }
        List<Correction> corrections = new ArrayList<>();
        if (!latin.isEmpty()) {
            corrections.add(new Correction(Correction.Code.LATIN_READ_AS_CYRILLIC, String.join(" ", latin)));
        }
        if (!cyrillic.isEmpty()) {
            corrections.add(new Correction(Correction.Code.CYRILLIC_READ_AS_LATIN, String.join(" ", cyrillic)));
        }
        return corrections;
    }

    private static String reversed(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(letters::appendCodePoint);
        return letters.reverse().toString();
    }

    private static boolean isCyrillic(char letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }
}
