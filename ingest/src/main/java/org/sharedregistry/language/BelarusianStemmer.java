package org.sharedregistry.language;

import java.util.List;

/**
 * A light stemmer: takes off the endings of nouns and adjectives, the longest that leaves a stem of three letters. It
 * lets forms of a word meet; it is no dictionary.
 */
final class BelarusianStemmer {

    private static final int SHORTEST_STEM = 3;

    /** Longest first. */
    private static final List<String> ENDINGS = List.of(
            "амі", "ямі", "ымі", "імі", "ага", "яга", "ога", "аму", "яму", "ому", "ыя", "ія", "ая", "яя", "ае", "яе",
            "ое", "ых", "іх", "ым", "ім", "ам", "ям", "ах", "ях", "оў", "аў", "яў", "еў", "ой", "ай", "яй", "ей", "ую",
            "юю", "ы", "і", "а", "я", "о", "у", "ю", "е", "ь", "й");

    private BelarusianStemmer() {}

    static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
