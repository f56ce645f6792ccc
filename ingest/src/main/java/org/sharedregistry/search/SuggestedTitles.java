package org.sharedregistry.search;

import java.util.List;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.language.ParsedQuery;

/** What is the same in {@link SearchIndex#suggest} of every engine: what to seek, and what to show of what was found. */
public final class SuggestedTitles {

    /** Titles repeat themselves, so more are looked at than are wanted. */
    public static final int LOOKED_AT_FOR_ONE = 10;

    private final Highlighter highlighter = new Highlighter();
    private final String beginning;

    /**
     * @param typed the last word may go on
     */
    public SuggestedTitles(String typed) {
        beginning = typed.strip() + "*";
    }

    /** What a title must hold. */
    public ParsedQuery query() {
        return ParsedQuery.of(beginning);
    }

    /** Of titles found, best first, the lines to show. */
    public List<String> lines(List<String> titles, int size) {
        return titles.stream().map(this::line).distinct().limit(size).toList();
    }

    /** The line that fits, of a title that gives the name in one language a line. */
    private String line(String title) {
        return title.lines()
                .filter(line -> !highlighter.spans(line, beginning).isEmpty())
                .findFirst()
                .orElseGet(() -> title.lines().findFirst().orElse(""));
    }
}
