package org.sharedregistry.language;

import java.util.HashMap;
import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The terms of words in all chains, remembered over one text because texts repeat themselves. */
final class Stems {

    private final RussianStemmer russian = new RussianStemmer();
    private final EnglishStemmer english = new EnglishStemmer();
    private final Map<String, Token> known = new HashMap<>();

    /** @param written the word as it stands in the text; its terms are empty when nothing is left of it, folded */
    Token token(int start, int end, String written) {
        Token same = known.computeIfAbsent(written, each -> stemmed(WordFolding.fold(each)));
        return new Token(start, end, same.word(), same.ru(), same.be(), same.en());
    }

    private Token stemmed(String word) {
        if (word.chars().anyMatch(Character::isDigit)) {
            return unchanged(word);
        }
        if (word.chars().anyMatch(WordFolding::isCyrillic)) {
            return new Token(0, 0, word, russian.stem(word), BelarusianStemmer.stem(word), word);
        }
        return word.chars().allMatch(WordFolding::isLatin)
                ? new Token(0, 0, word, word, word, english(word))
                : unchanged(word);
    }

    private static Token unchanged(String word) {
        return new Token(0, 0, word, word, word, word);
    }

    private String english(String word) {
        english.setCurrent(word);
        english.stem();
        return english.getCurrent();
    }
}
