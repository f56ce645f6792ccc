package org.sharedregistry.language;

import java.util.List;

/**
 * A light stemmer: takes off the endings of nouns and adjectives, the longest that leaves a stem of three letters, and
 * undoes what ў does to a word: it stands for у at the beginning and for в at the end. It lets forms of a word meet; it
 * is no dictionary.
 */
final class BelarusianStemmer {

    private static final int SHORTEST_STEM = 3;

    /** Longest first. */
    private static final List<String> ENDINGS = List.of(
            "ыямі", "іямі", "ыяй", "іяй", "ыяю", "іяю", "ыям", "іям", "ыях", "іях", "ыяў", "іяў", "амі", "ямі", "ымі",
            "імі", "ага", "яга", "ога", "аму", "яму", "ому", "ыя", "ія", "ыі", "іі", "ыю", "ію", "ый", "ій", "ая", "яя",
            "ае", "яе", "ое", "ых", "іх", "ым", "ім", "ам", "ям", "ах", "ях", "оў", "аў", "яў", "еў", "ой", "ай", "яй",
            "ей", "ую", "юю", "ом", "ем", "аю", "яю", "ою", "ею", "ы", "і", "а", "я", "о", "у", "ю", "е", "ь", "й");

    private BelarusianStemmer() {}

    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return withoutShortU(word.substring(0, word.length() - ending.length()));
            }
        }
        return withoutShortU(word);
    }

    /** умова stands as ўмова behind a vowel, and has умоў for its genitive. */
    private static String withoutShortU(String stem) {
        String begun = stem.startsWith("ў") ? "у" + stem.substring(1) : stem;
        return begun.endsWith("ў") ? begun.substring(0, begun.length() - 1) + "в" : begun;
    }
}
