package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, taken apart: words that must all be there, {@code "phrases"}, {@code -excluded} ones, and a word
 * that goes on with {@code *}. Anything else is passed over; nothing that can be typed is an error but length.
 *
 * <p>Blank text asks for everything, exclusions alone for everything else. Text without a letter or digit asks for
 * {@link Nothing}.
 *
 * @param must clauses that must all hold
 * @param mustNot clauses of which none may hold
 * @param codes codes of which any is enough, whatever the clauses say
 */
public record ParsedQuery(List<Clause> must, List<Clause> mustNot, List<String> codes) {

    /** The longest query that is looked at, in UTF-16 units. */
    public static final int LONGEST = 1_000;

    /** How many words a query may have. */
    public static final int MOST_WORDS = 64;

    private static final String QUOTES = "\"“”„«»";
    private static final Pattern PIECE =
            Pattern.compile("(-?)[%1$s]([^%1$s]*)[%1$s]|(-?)([^\\s%1$s]+)".formatted(QUOTES));

    public ParsedQuery {
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
        codes = List.copyOf(codes);
    }

    /**
     * Takes a query apart.
     *
     * @throws QueryTooLong when the text exceeds {@link #LONGEST} or has more than {@link #MOST_WORDS} words
     */
    public static ParsedQuery of(String text) {
        if (text.length() > LONGEST) {
            throw new QueryTooLong(
                    "A query has at most " + LONGEST + " characters; this one has " + text.length() + ".");
        }
        if (TextAnalysis.words(text).size() > MOST_WORDS) {
            throw new QueryTooLong("A query has at most " + MOST_WORDS + " words.");
        }
        List<Clause> must = new ArrayList<>();
        List<Clause> mustNot = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            boolean quoted = piece.group(2) != null;
            boolean excluded = "-".equals(quoted ? piece.group(1) : piece.group(3));
            String words = quoted ? piece.group(2) : piece.group(4);
            if (excluded) {
                mustNot.addAll(quoted ? phrase(words) : together(words));
            } else {
                must.addAll(quoted ? phrase(words) : each(words));
            }
        }
        if (must.isEmpty() && mustNot.isEmpty() && !text.isBlank()) {
            must.add(new Nothing());
        }
        return new ParsedQuery(must, mustNot, mustNot.isEmpty() ? TextAnalysis.codesOfQuery(text) : List.of());
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
