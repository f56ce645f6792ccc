package org.sharedregistry.language;

import java.util.List;
import org.springframework.stereotype.Component;

/** Shows where in a text the words of a query are, by the same analysis that found them. */
@Component
public final class Highlighter {

    /** How many places of one text are named at most. */
    public static final int MOST_SPANS = 1_000;

    private static final int SNIPPET = 220;
    private static final int BEFORE_FIRST = SNIPPET / 4;
    private static final int LONGEST_OVERHANG = 40;

    /**
     * The stretch of a text that holds the most of a query; its beginning when it holds nothing of it.
     *
     * @return HTML of about 220 characters of text, escaped, the words in {@code <mark>}
     */
    public String snippet(String text, ParsedQuery query) {
        List<Hit> hits = new Hits(text, query).inOrder();
        int from = hits.isEmpty() ? 0 : start(text, hits);
        int to = wordEnd(text, Math.min(text.length(), from + SNIPPET));
        StringBuilder html = new StringBuilder(from > 0 ? "… " : "");
        int shown = from;
        for (Hit hit : hits) {
            if (hit.start() >= shown && hit.end() <= to) {
                html.append(escaped(text, shown, hit.start()))
                        .append("<mark>")
                        .append(escaped(text, hit.start(), hit.end()))
                        .append("</mark>");
                shown = hit.end();
            }
        }
        html.append(escaped(text, shown, to));
        return html.append(to < text.length() ? " …" : "").toString();
    }

    /**
     * The places that fit a query, in order and without overlap, the first {@link #MOST_SPANS} of them.
     */
    public List<Span> spans(String text, ParsedQuery query) {
        return new Hits(text, query)
                .inOrder().stream()
                        .limit(MOST_SPANS)
                        .map(hit -> new Span(hit.start(), hit.end()))
                        .toList();
    }

    /** A little before the hit from which on the most different clauses follow within a snippet. */
    private static int start(String text, List<Hit> hits) {
        Hit best = hits.get(0);
        long most = 0;
        for (int i = 0; i < hits.size(); i++) {
            int end = hits.get(i).start() + SNIPPET - BEFORE_FIRST;
            long different = hits.subList(i, Math.min(hits.size(), i + 50)).stream()
                    .takeWhile(hit -> hit.end() <= end)
                    .map(Hit::clause)
                    .distinct()
                    .count();
            if (different > most) {
                most = different;
                best = hits.get(i);
            }
        }
        return wordStart(text, Math.max(0, best.start() - BEFORE_FIRST), best.start());
    }

    private static int wordStart(String text, int from, int limit) {
        int start = from;
        while (start > 0 && start < limit && isInsideWord(text, start)) {
            start++;
        }
        return start;
    }

    private static int wordEnd(String text, int to) {
        int end = to;
        while (end < Math.min(text.length(), to + LONGEST_OVERHANG) && isInsideWord(text, end)) {
            end++;
        }
        boolean splitsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return splitsPair ? end + 1 : end;
    }

    private static boolean isInsideWord(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) || Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String escaped(String text, int from, int to) {
        return text.substring(from, to)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
