package org.sharedregistry.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.sharedregistry.language.ParsedQuery.Clause;
import org.sharedregistry.language.ParsedQuery.Phrase;
import org.sharedregistry.language.ParsedQuery.Prefix;
import org.sharedregistry.language.ParsedQuery.Word;
import org.springframework.stereotype.Component;

/** Shows where in a text the words of a query are, by the same analysis that found them. */
@Component
public final class Highlighter {

    private static final int SNIPPET = 220;

    /**
     * The stretch of a text that holds the most of a query.
     *
     * @return HTML of about 220 characters of text, escaped, the words in {@code <mark>}
     */
    public String snippet(String text, String query) {
        List<Hit> hits = hits(text, ParsedQuery.of(query));
        int from = hits.isEmpty() ? 0 : start(text, hits);
        int to = wordEnd(text, Math.min(text.length(), from + SNIPPET));
        StringBuilder html = new StringBuilder(from > 0 ? "… " : "");
        int shown = from;
        for (Hit hit : hits) {
            if (hit.start >= shown && hit.end <= to) {
                html.append(escaped(text, shown, hit.start))
                        .append("<mark>")
                        .append(escaped(text, hit.start, hit.end))
                        .append("</mark>");
                shown = hit.end;
            }
        }
        html.append(escaped(text, shown, to));
        return html.append(to < text.length() ? " …" : "").toString();
    }

    /** The places of a query's words and codes in a text, in order, the longer first where they overlap. */
    private static List<Hit> hits(String text, ParsedQuery query) {
        List<Hit> hits = new ArrayList<>();
        for (Token token : TextAnalysis.words(text)) {
            if (query.must().stream().anyMatch(clause -> holds(clause, token))) {
                hits.add(new Hit(token.start(), token.end(), token.ru()));
            }
        }
        Set<String> codes = Set.copyOf(query.codes());
        if (!codes.isEmpty()) {
            TextAnalysis.codes(text).stream()
                    .filter(code -> codes.contains(code.term()))
                    .forEach(code -> hits.add(new Hit(code.start(), code.end(), code.term())));
        }
        hits.sort(Comparator.comparingInt(Hit::start)
                .thenComparing(Comparator.comparingInt(Hit::end).reversed()));
        return hits;
    }

    private static boolean holds(Clause clause, Token token) {
        if (clause instanceof Word word) {
            return word.token().isFormOf(token);
        }
        if (clause instanceof Phrase phrase) {
            return phrase.tokens().stream().anyMatch(part -> part.word().equals(token.word()));
        }
        return token.word().startsWith(((Prefix) clause).beginning());
    }

    /** A little before the hit from which on the most different words follow within a snippet. */
    private static int start(String text, List<Hit> hits) {
        Hit best = hits.get(0);
        long most = 0;
        for (int i = 0; i < hits.size(); i++) {
            int end = hits.get(i).start + SNIPPET - SNIPPET / 4;
            long different = hits.subList(i, Math.min(hits.size(), i + 50)).stream()
                    .takeWhile(hit -> hit.end <= end)
                    .map(Hit::term)
                    .distinct()
                    .count();
            if (different > most) {
                most = different;
                best = hits.get(i);
            }
        }
        return wordStart(text, Math.max(0, best.start - SNIPPET / 4), best.start);
    }

    private static int wordStart(String text, int from, int limit) {
        int start = from;
        while (start > 0 && start < limit && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int wordEnd(String text, int to) {
        int end = to;
        while (end < text.length() && end < to + 40 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String escaped(String text, int from, int to) {
        if (from >= to) {
            return "";
        }
        return text.substring(from, to)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private record Hit(int start, int end, String term) {}
}
