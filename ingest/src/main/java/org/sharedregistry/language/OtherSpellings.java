package org.sharedregistry.language;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What was meant by something typed with the keyboard switched to another layout ({@code ghbdtn} for {@code привет}), or
 * in the letters of another script ({@code nasos} for {@code насос}). Spellings differ, so these are guesses, to be
 * compared with room for a letter or two.
 */
final class OtherSpellings {

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё";
    private static final String BELARUSIAN_KEYS = "йцукенгшўзх'фывапролджэячсмітьбюё";

    private static final Map<String, String> TO_RUSSIAN_KEYS = keys(LATIN_KEYS, RUSSIAN_KEYS);
    private static final Map<String, String> TO_BELARUSIAN_KEYS = keys(LATIN_KEYS, BELARUSIAN_KEYS);
    private static final Map<String, String> FROM_RUSSIAN_KEYS = keys(RUSSIAN_KEYS, LATIN_KEYS);
    private static final Map<String, String> FROM_BELARUSIAN_KEYS = keys(BELARUSIAN_KEYS, LATIN_KEYS);

    /** Of the usual ways to write Russian in Latin letters. */
    private static final Map<String, String> TO_CYRILLIC = sounds(
            "a а, b б, c к, d д, e е, f ф, g г, h х, i и, j й, k к, l л, m м, n н, o о, p п, q к, r р, s с, t т, u у, v в,"
                    + " w в, x кс, y ы, z з, ' ь, ay ай, ch ч, ey ей, ij ий, iy ий, ja я, je е, jo е, ju ю, kh х, oy ой,"
                    + " sch щ, sh ш, shch щ, ts ц, tz ц, uy уй, ya я, ye е, yj ый, yo е, yu ю, yy ый, zh ж");

    private static final Map<String, String> TO_LATIN = sounds(
            "а a, б b, в v, г g, д d, е e, ё e, ж zh, з z, и i, і i, й y, к k, л l, м m, н n, о o, п p, р r, с s, т t,"
                    + " у u, ў u, ф f, х kh, ц ts, ч ch, ш sh, щ shch, ъ , ы y, ь , э e, ю yu, я ya");

    private OtherSpellings() {}

    /** The other spellings of a piece without spaces, in small letters; none for a mixture of scripts. */
    static Set<String> of(String piece) {
        String typed = piece.toLowerCase(Locale.ROOT);
        boolean latin = typed.codePoints().anyMatch(WordFolding::isLatin);
        boolean cyrillic = typed.codePoints().anyMatch(WordFolding::isCyrillic);
        Set<String> others = new LinkedHashSet<>();
        if (latin && !cyrillic) {
            others.add(rewritten(typed, TO_RUSSIAN_KEYS));
            others.add(rewritten(typed, TO_BELARUSIAN_KEYS));
            others.add(rewritten(typed, TO_CYRILLIC));
        } else if (cyrillic && !latin) {
            others.add(rewritten(typed, FROM_RUSSIAN_KEYS));
            others.add(rewritten(typed, FROM_BELARUSIAN_KEYS));
            others.add(rewritten(typed, TO_LATIN));
        }
        others.remove(typed);
        return others;
    }

    /** Rewrites the longest pieces that are known, from left to right; others stay as they are. */
    private static String rewritten(String text, Map<String, String> pieces) {
        int longest = pieces.keySet().stream().mapToInt(String::length).max().orElseThrow();
        StringBuilder rewritten = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int length = Math.min(longest, text.length() - at);
            while (length > 1 && !pieces.containsKey(text.substring(at, at + length))) {
                length--;
            }
            String piece = text.substring(at, at + length);
            rewritten.append(pieces.getOrDefault(piece, piece));
            at += length;
        }
        return rewritten.toString();
    }

    private static Map<String, String> keys(String from, String to) {
        Map<String, String> keys = new HashMap<>();
        for (int i = 0; i < from.length(); i++) {
            keys.put(from.substring(i, i + 1), to.substring(i, i + 1));
        }
        return Map.copyOf(keys);
    }

    /** @param pairs separated by commas, each of a piece, a space and what it becomes */
    private static Map<String, String> sounds(String pairs) {
        Map<String, String> sounds = new HashMap<>();
        for (String pair : pairs.split(", ", -1)) {
            int space = pair.indexOf(' ');
            sounds.put(pair.substring(0, space), pair.substring(space + 1));
        }
        return Map.copyOf(sounds);
    }
}
