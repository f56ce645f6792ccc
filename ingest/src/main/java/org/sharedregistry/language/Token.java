package org.sharedregistry.language;

/**
 * A word of a text with the terms it stands for, one in each field.
 *
 * @param start offset of its first character in the text
 * @param end offset behind its last character
 * @param word the word as written, in lower case, ё as е, without accents and apostrophes
 * @param ru its Russian stem; the word itself where it is not Cyrillic; likewise {@code be} and {@code en}
 */
public record Token(int start, int end, String word, String ru, String be, String en) {

    /** Whether this word is the other one in some form. */
    public boolean isFormOf(Token other) {
        return word.equals(other.word) || ru.equals(other.ru) || be.equals(other.be) || en.equals(other.en);
    }
}
