package org.sharedregistry.language;

/**
 * A word of a text with the terms it stands for, one in each field. Its number among the words of the text is its
 * position in all of them.
 *
 * @param start offset of its first character in the text, in UTF-16 units
 * @param end offset behind its last character
 * @param word the word as written, in lower case, ё as е, without accents and apostrophes
 * @param ru its Russian stem; the word itself where it is not Cyrillic
 * @param be its Belarusian stem; the word itself where it is not Cyrillic
 * @param en its English stem; the word itself where it is not Latin
 */
public record Token(int start, int end, String word, String ru, String be, String en) {

    /** Whether this word is the other one in some form. */
    public boolean isFormOf(Token other) {
        return word.equals(other.word) || ru.equals(other.ru) || be.equals(other.be) || en.equals(other.en);
    }

    /** Whether it has Cyrillic letters, so that the Russian and the Belarusian chain apply to it. */
    public boolean isCyrillic() {
        return word.codePoints().anyMatch(WordFolding::isCyrillic);
    }
}
