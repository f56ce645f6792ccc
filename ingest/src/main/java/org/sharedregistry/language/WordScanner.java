package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words of a text: runs of letters and digits, with the accents, apostrophes and soft hyphens inside them. An
 * ideograph is a word of its own, and so is a unit that is written next to its number.
 */
final class WordScanner {

    private static final int SOFT_HYPHEN = '\u00AD';

    private final String text;
    private final Stems stems = new Stems();
    private int at;

    WordScanner(String text) {
        this.text = text;
    }

    List<Token> words() {
        List<Token> words = new ArrayList<>();
        while (at < text.length()) {
            int start = at;
            int first = next();
            if (Character.isLetterOrDigit(first)) {
                if (!Character.isIdeographic(first)) {
                    skipRestOfWord();
                }
                int unit = Units.start(text, start, at);
                add(words, start, unit);
                add(words, unit, at);
            }
        }
        return words;
    }

    private void add(List<Token> words, int start, int end) {
        if (start < end) {
            Token token = stems.token(start, end, text.substring(start, end));
            if (!token.word().isEmpty()) {
                words.add(token);
            }
        }
    }

    private void skipRestOfWord() {
        while (at < text.length()) {
            int here = text.codePointAt(at);
            int after = at + Character.charCount(here);
            if (isWordPart(here)) {
                at = after;
            } else if (WordFolding.isApostrophe(here) && letterAt(after)) {
                at = after;
            } else if (here == '-' && lineGoesOnAt(after) > after) {
                at = lineGoesOnAt(after);
            } else {
                return;
            }
        }
    }

    private int next() {
        int codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private static boolean isWordPart(int codePoint) {
        return (Character.isLetterOrDigit(codePoint) && !Character.isIdeographic(codePoint))
                || isMark(codePoint)
                || codePoint == SOFT_HYPHEN;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private boolean letterAt(int index) {
        return index < text.length() && Character.isLetter(text.codePointAt(index));
    }

    /**
     * Where a word that a hyphen broke at the end of a line goes on, or {@code index} if it does not. Printed pages
     * break words this way far more often than they end a line inside a compound.
     */
    private int lineGoesOnAt(int index) {
        boolean afterLetter = Character.isLetter(text.codePointBefore(index - 1));
        int next = index;
        while (next < text.length() && text.charAt(next) == '\r') {
            next++;
        }
        if (!afterLetter || next >= text.length() || text.charAt(next) != '\n') {
            return index;
        }
        next++;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean goesOn = next < text.length() && Character.isLowerCase(text.codePointAt(next));
        return goesOn ? next : index;
    }
}
