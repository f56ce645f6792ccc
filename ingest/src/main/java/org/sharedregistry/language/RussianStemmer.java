package org.sharedregistry.language;

/**
 * Snowball's Russian stem, and besides the vowel that comes and goes in it: станок and станка, образец and образца,
 * уровень and уровня, узел and узла, плитка and плиток.
 *
 * <p>The vowel is dropped from every stem that could have it, so words that keep it in all forms still meet.
 */
final class RussianStemmer {

    private final org.tartarus.snowball.ext.RussianStemmer snowball = new org.tartarus.snowball.ext.RussianStemmer();

    String stem(String folded) {
        snowball.setCurrent(folded);
        snowball.stem();
        return withoutFleetingVowel(snowball.getCurrent());
    }

    private static String withoutFleetingVowel(String stem) {
        int last = stem.length() - 1;
        boolean fleeting = last >= 3
                && "кцнл".indexOf(stem.charAt(last)) >= 0
                && "ое".indexOf(stem.charAt(last - 1)) >= 0
                && !isVowel(stem.charAt(last - 2))
                && stem.substring(0, last - 2).chars().anyMatch(RussianStemmer::isVowel);
        return fleeting ? stem.substring(0, last - 1) + stem.charAt(last) : stem;
    }

    private static boolean isVowel(int letter) {
        return "аеиоуыэюя".indexOf(letter) >= 0;
    }
}
