package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed, taken apart: words that must all be there, {@code "phrases"}, {@code -excluded} ones, and a word
 * that goes on with {@code *}. Anything else is passed over; nothing that can be typed is an error but length.
 *
 * @param must clauses that must all hold
 * @param mustNot clauses of which none may hold
 * @param codes codes of which any is enough, whatever the clauses say
 */
public record ParsedQuery(List<Clause> must, List<Clause> mustNot, List<String> codes) {

    /** The longest query that is looked at, in characters. */
    public static final int LONGEST = 1_000;

    /** How many clauses a query may have. */
    public static final int MOST_CLAUSES = 64;

    private static final Pattern PIECE = Pattern.compile("(-?)\"([^\"]*)\"|(-?)([^\\s\"]+)");

    public ParsedQuery {
        must = List.copyOf(must);
        mustNot = List.copyOf(mustNot);
        codes = List.copyOf(codes);
    }

    /**
     * Takes a query apart.
     *
     * @throws QueryTooLong when the text exceeds {@link #LONGEST} or has more than {@link #MOST_CLAUSES} clauses
     */
    public static ParsedQuery of(String text) {
        if (text.length() > LONGEST) {
            throw new QueryTooLong(
                    "A query has at most " + LONGEST + " characters; this one has " + text.length() + ".");
        }
        List<Clause> must = new ArrayList<>();
        List<Clause> mustNot = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            boolean quoted = piece.group(2) != null;
            boolean excluded = "-".equals(quoted ? piece.group(1) : piece.group(3));
            List<Clause> clauses = quoted ? phrase(piece.group(2)) : words(piece.group(4));
            (excluded ? mustNot : must).addAll(clauses);
        }
        if (must.size() + mustNot.size() > MOST_CLAUSES) {
            throw new QueryTooLong("A query has at most " + MOST_CLAUSES + " words.");
        }
        return new ParsedQuery(must, mustNot, mustNot.isEmpty() ? TextAnalysis.codesOfQuery(text) : List.of());
    }

    /** Whether nothing is asked for, so that everything fits. */
    public boolean isEmpty() {
        return must.isEmpty() && mustNot.isEmpty() && codes.isEmpty();
    }

    private static List<Clause> phrase(String quoted) {
        List<Token> tokens = TextAnalysis.words(quoted);
        return tokens.isEmpty() ? List.of() : List.of(new Phrase(tokens));
    }

    private static List<Clause> words(String piece) {
        List<Token> tokens = TextAnalysis.words(piece);
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean goesOn = i == tokens.size() - 1 && piece.endsWith("*");
            clauses.add(goesOn ? new Prefix(tokens.get(i).word()) : new Word(tokens.get(i)));
        }
        return clauses;
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
}
