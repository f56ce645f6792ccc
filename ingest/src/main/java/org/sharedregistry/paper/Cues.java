package org.sharedregistry.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.Folding;

/** Finds the phrases of all cues on a page, in one pass over its words. Letters that look alike are the same. */
final class Cues {

    /** By the first two letters, the longest phrases first. */
    private static final Map<String, List<Phrase>> PHRASES = new HashMap<>();

    static {
        for (Cue cue : Cue.values()) {
            for (String phrase : cue.phrases()) {
                List<Token> tokens = Token.of(phrase);
                PHRASES.computeIfAbsent(tokens.get(0).beginning(), key -> new ArrayList<>())
                        .add(new Phrase(cue, tokens));
            }
        }
        PHRASES.values().forEach(phrases -> phrases.sort(Comparator.comparingInt(phrase -> -phrase.tokens.size())));
    }

    /** Between two words of a phrase; a sentence does not go on behind a full stop. */
    private static final int FARTHEST_APART = 4;

    /** A page of a form has some thirty; one of ten thousand was made to be slow. */
    private static final int MOST = 5_000;

    private final String text;
    private final List<Word> words;

    private Cues(String text) {
        this.text = text;
        this.words = words(Folding.fold(text));
    }

    /** In the order of the text, without overlap. */
    static List<CueHit> in(String text) {
        return new Cues(text).hits();
    }

    private List<CueHit> hits() {
        List<CueHit> hits = new ArrayList<>();
        for (int i = 0; i < words.size() && hits.size() < MOST; ) {
            CueHit hit = longestAt(i);
            if (hit == null) {
                i++;
            } else {
                hits.add(hit);
                while (i < words.size() && words.get(i).start < hit.end()) {
                    i++;
                }
            }
        }
        return hits;
    }

    private @Nullable CueHit longestAt(int first) {
        Word word = words.get(first);
        if (word.text.length() < 2) {
            return null;
        }
        for (Phrase phrase : PHRASES.getOrDefault(word.text.substring(0, 2), List.of())) {
            if (stands(phrase, first)) {
                int end = words.get(first + phrase.tokens.size() - 1).end;
                return new CueHit(phrase.cue, word.start, end, beginsLine(word.start));
            }
        }
        return null;
    }

    private boolean stands(Phrase phrase, int first) {
        if (first + phrase.tokens.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.tokens.size(); i++) {
            Word word = words.get(first + i);
            if (!phrase.tokens.get(i).matches(word.text)
                    || (i > 0 && !continues(words.get(first + i - 1).end, word.start))) {
                return false;
            }
        }
        return true;
    }

    private boolean continues(int end, int start) {
        return start - end <= FARTHEST_APART && text.substring(end, start).indexOf('.') < 0;
    }

    /** Bars, bullets and the numbers of rows may stand before it. */
    private boolean beginsLine(int start) {
        for (int i = start - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Word> words(String folded) {
        List<Word> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (!inside) {
                if (i > start) {
                    words.add(new Word(folded.substring(start, i), start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private record Word(String text, int start, int end) {}

    private record Phrase(Cue cue, List<Token> tokens) {}

    /** A word of a phrase, folded; an open one goes on as it likes. */
    private record Token(String text, boolean open) {

        /** From this length on one wrong letter does not make it another word. */
        private static final int LONG = 8;

        static List<Token> of(String phrase) {
            return Stream.of(phrase.split("[ ']"))
                    .map(word -> new Token(Folding.fold(word.replace("*", "")), word.endsWith("*")))
                    .toList();
        }

        String beginning() {
            return text.substring(0, 2);
        }

        boolean matches(String word) {
            if (open ? word.startsWith(text) : word.equals(text)) {
                return true;
            }
            return !open && text.length() >= LONG && word.length() == text.length() && isMisread(word);
        }

        /** The last letters must be right: they tell a label from another form of its word. */
        private boolean isMisread(String word) {
            int stem = text.length() - 2;
            return word.endsWith(text.substring(stem))
                    && IntStream.range(0, stem)
                                    .filter(i -> word.charAt(i) != text.charAt(i))
                                    .count()
                            == 1;
        }
    }
}
