package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person typed, taken apart: words that must all be there, {@code "phrases"}, {@code -excluded} ones, and a word
 * that goes on with {@code *}. Anything else is passed over; nothing that can be typed is an error but length.
 *
 * <p>Blank text asks for everything, exclusions alone for everything else. Text without a letter or digit asks for
 * {@link Nothing}.
 *
 * @param must clauses that must hold
 * @param enough how many of them are enough
 * @param mustNot clauses of which none may hold
 * @param codes codes of which any is enough, whatever the clauses say
 */
public record ParsedQuery(List<Clause> must, int enough, List<Clause> mustNot, List<String> codes) {

    /** The longest query that is looked at, in UTF-16 units. */
    public static final int LONGEST = 1_000;

    /** How many words a query may have. */
    public static final int MOST_WORDS = 64;

    /** Of more words than these no other spellings are sought: each takes many comparisons. */
    private static final int MOST_WIDENED = 8;

    private static final int SHORTEST_BEGINNING = 3;

    private static final String QUOTES = "\"“”„«»";
    private static final Pattern PIECE =
            Pattern.compile("(-?)[%1$s]([^%1$s]*)[%1$s]|(-?)([^\\s%1$s]+)".formatted(QUOTES));

    public ParsedQuery {
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
        codes = List.copyOf(codes);
    }

    /**
     * Takes a query apart as it was typed.
     *
     * @throws QueryTooLong when the text exceeds {@link #LONGEST} or has more than {@link #MOST_WORDS} words
     */
    public static ParsedQuery of(String text) {
        return of(text, Widening.NONE);
    }

    /**
     * Takes a query apart, asking for more than was typed. What is excluded or quoted stays as it is.
     *
     * @throws QueryTooLong when the text exceeds {@link #LONGEST} or has more than {@link #MOST_WORDS} words
     */
    public static ParsedQuery of(String text, Widening widening) {
        if (text.length() > LONGEST) {
            throw new QueryTooLong(
                    "A query has at most " + LONGEST + " characters; this one has " + text.length() + ".");
        }
        int words = TextAnalysis.words(text).size();
        if (words > MOST_WORDS) {
            throw new QueryTooLong("A query has at most " + MOST_WORDS + " words.");
        }
        boolean similar = widening != Widening.NONE && words <= MOST_WIDENED;
        List<Clause> must = new ArrayList<>();
        List<Clause> mustNot = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            boolean quoted = piece.group(2) != null;
            boolean excluded = "-".equals(quoted ? piece.group(1) : piece.group(3));
            String typed = quoted ? piece.group(2) : piece.group(4);
            if (excluded) {
                mustNot.addAll(quoted ? phrase(typed) : together(typed));
            } else if (quoted) {
                must.addAll(phrase(typed));
            } else {
                must.addAll(similar ? similar(typed) : each(typed));
            }
        }
        if (must.isEmpty() && mustNot.isEmpty() && !text.isBlank()) {
            must.add(new Nothing());
        }
        return new ParsedQuery(
                must,
                enough(must.size(), widening),
                mustNot,
                mustNot.isEmpty() ? TextAnalysis.codesOfQuery(text) : List.of());
    }

    private static int enough(int clauses, Widening widening) {
        return switch (widening) {
            case NONE, SIMILAR -> clauses;
            case PARTIAL -> (clauses + 1) / 2;
            case ANY -> Math.min(clauses, 1);
        };
    }

    /** What a piece without spaces may have been meant for: in the spelling typed, or in another. */
    private static List<Clause> similar(String piece) {
        Stream<String> spellings = Stream.concat(Stream.of(piece), OtherSpellings.of(piece).stream());
        List<List<Clause>> readings = spellings
                .map(spelling ->
                        each(spelling).stream().map(ParsedQuery::similar).toList())
                .filter(reading -> !reading.isEmpty())
                .distinct()
                .toList();
        return readings.isEmpty() ? List.of() : List.of(new AnyOf(readings));
    }

    private static Clause similar(Clause clause) {
        if (clause instanceof Word word) {
            return new Similar(word.token());
        }
        return clause instanceof Designation designation && !designation.goesOn()
                ? new AnyOf(List.of(
                        List.of(designation), List.of(new Designation(designation.code(), true, designation.tokens()))))
                : clause;
    }

    private static List<Clause> phrase(String quoted) {
        List<Token> tokens = TextAnalysis.words(quoted);
        return tokens.isEmpty() ? List.of() : List.of(new Phrase(tokens));
    }

    /** The words of a piece without spaces, each for itself; with digits in it, also as one code. */
    private static List<Clause> each(String piece) {
        List<Token> tokens = TextAnalysis.words(piece);
        if (TextAnalysis.hasDigit(piece) && !tokens.isEmpty()) {
            String code = TextAnalysis.shortened(TextAnalysis.codeOf(piece));
            return List.of(new Designation(code, goesOn(piece), tokens));
        }
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean beginning = i == tokens.size() - 1 && goesOn(piece);
            clauses.add(beginning ? new Prefix(tokens.get(i).word()) : new Word(tokens.get(i)));
        }
        return clauses;
    }

    /** The words of a piece without spaces as one clause, since excluding a compound does not exclude its parts. */
    private static List<Clause> together(String piece) {
        List<Clause> clauses = each(piece);
        return clauses.size() > 1 ? phrase(piece) : clauses;
    }

    private static boolean goesOn(String piece) {
        return piece.endsWith("*");
    }

    /** Something that holds of a text or not. */
    public sealed interface Clause {}

    /** A word in any of its forms. */
    public record Word(Token token) implements Clause {}

    /** A word in any of its forms, or one spelled much alike ({@link Spelling#edits}), or one that goes on. */
    public record Similar(Token token) implements Clause {

        /** How the words begin that go on; shorter ones do not. */
        public Optional<String> beginning() {
            return Optional.of(token.word()).filter(word -> word.length() >= SHORTEST_BEGINNING);
        }

        /** Whether it holds of a word. */
        boolean fits(Token other) {
            return token.isFormOf(other)
                    || beginning().filter(other.word()::startsWith).isPresent()
                    || Spelling.isAlike(token.word(), other.word())
                    || Spelling.isAlike(token.ru(), other.ru())
                    || Spelling.isAlike(token.be(), other.be())
                    || Spelling.isAlike(token.en(), other.en());
        }
    }

    /** All clauses of one reading at least. */
    public record AnyOf(List<List<Clause>> readings) implements Clause {
        public AnyOf {
            readings = readings.stream().map(List::copyOf).toList();
        }
    }

    /** Words as written, next to each other. */
    public record Phrase(List<Token> tokens) implements Clause {
        public Phrase {
            tokens = List.copyOf(tokens);
        }
    }

    /** A word that begins so. */
    public record Prefix(String beginning) implements Clause {}

    /**
     * Something with digits in it, such as {@code IP65} or {@code 15150-69}.
     *
     * @param code fits as a code, or as the beginning of one when it {@code goesOn}
     * @param tokens fit as well, as words next to each other; a single one as a beginning when it {@code goesOn}
     */
    public record Designation(String code, boolean goesOn, List<Token> tokens) implements Clause {
        public Designation {
            tokens = List.copyOf(tokens);
        }
    }

    /** Never holds. */
    public record Nothing() implements Clause {}
}
