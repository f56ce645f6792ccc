package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sharedregistry.language.ParsedQuery.AnyOf;
import org.sharedregistry.language.ParsedQuery.Clause;
import org.sharedregistry.language.ParsedQuery.Designation;
import org.sharedregistry.language.ParsedQuery.Phrase;
import org.sharedregistry.language.ParsedQuery.Prefix;
import org.sharedregistry.language.ParsedQuery.Similar;
import org.sharedregistry.language.ParsedQuery.Word;

/** The places of a query's words and codes in one text. */
final class Hits {

    private final ParsedQuery query;
    private final List<Token> tokens;
    private final List<Code> codes;
    private final List<Hit> found = new ArrayList<>();

    Hits(String text, ParsedQuery query) {
        this.query = query;
        tokens = TextAnalysis.words(text);
        codes = query.codes().isEmpty() && query.must().stream().noneMatch(Hits::seeksCode)
                ? List.of()
                : TextAnalysis.codes(text);
    }

    /** In order and without overlap; where some overlap, the first, and of those the longest. */
    List<Hit> inOrder() {
        for (int i = 0; i < query.must().size(); i++) {
            find(query.must().get(i), i);
        }
        codes.stream()
                .filter(code -> query.codes().contains(code.term()))
                .forEach(code ->
                        found.add(new Hit(code.start(), code.end(), query.must().size())));
        found.sort(Comparator.comparingInt(Hit::start)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
        List<Hit> apart = new ArrayList<>();
        int end = 0;
        for (Hit hit : found) {
            if (hit.start() >= end) {
                apart.add(hit);
                end = hit.end();
            }
        }
        return apart;
    }

    private static boolean seeksCode(Clause clause) {
        return clause instanceof Designation
                || (clause instanceof AnyOf any
                        && any.readings().stream().flatMap(List::stream).anyMatch(Hits::seeksCode));
    }

    private void find(Clause clause, int number) {
        if (clause instanceof Word word) {
            tokens.stream().filter(word.token()::isFormOf).forEach(token -> add(token, token, number));
        } else if (clause instanceof Similar similar) {
            tokens.stream().filter(similar::fits).forEach(token -> add(token, token, number));
        } else if (clause instanceof AnyOf any) {
            any.readings().forEach(reading -> reading.forEach(each -> find(each, number)));
        } else if (clause instanceof Prefix prefix) {
            startingWith(prefix.beginning(), number);
        } else if (clause instanceof Phrase phrase) {
            sequences(phrase.tokens(), number);
        } else if (clause instanceof Designation designation) {
            find(designation, number);
        }
    }

    private void find(Designation designation, int clause) {
        codes.stream()
                .filter(code -> designation.goesOn()
                        ? code.term().startsWith(designation.code())
                        : code.term().equals(designation.code()))
                .forEach(code -> found.add(new Hit(code.start(), code.end(), clause)));
        if (!designation.goesOn()) {
            sequences(designation.tokens(), clause);
        } else if (designation.tokens().size() == 1) {
            startingWith(designation.tokens().get(0).word(), clause);
        }
    }

    private void startingWith(String beginning, int clause) {
        tokens.stream().filter(token -> token.word().startsWith(beginning)).forEach(token -> add(token, token, clause));
    }

    private void sequences(List<Token> words, int clause) {
        for (int first = 0; first + words.size() <= tokens.size(); first++) {
            int at = first;
            boolean fits = IntStream.range(0, words.size())
                    .allMatch(i -> tokens.get(at + i).word().equals(words.get(i).word()));
            if (fits) {
                add(tokens.get(first), tokens.get(first + words.size() - 1), clause);
            }
        }
    }

    private void add(Token first, Token last, int clause) {
        found.add(new Hit(first.start(), last.end(), clause));
    }
}
