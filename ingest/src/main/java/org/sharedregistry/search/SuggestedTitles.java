package org.sharedregistry.search;

import java.util.List;
import org.sharedregistry.language.Highlighter;
import org.sharedregistry.language.ParsedQuery;

/**
 * What is the same in {@link SearchIndex#suggest} of every engine: what to seek, and what to show of what was found.
 *
 * @param query what a title must hold
 */
public record SuggestedTitles(ParsedQuery query) {

    /** Titles repeat themselves, so more are looked at than are wanted. */
    public static final int LOOKED_AT_FOR_ONE = 10;

    private static final Highlighter HIGHLIGHTER = new Highlighter();

    /** What is suggested for something typed, of which the last word may go on. */
    public static String beginning(String typed) {
        return typed.strip() + "*";
    }

    /** Of titles found, best first, the lines to show. */
    public List<String> lines(List<String> titles, int size) {
        return titles.stream().map(this::line).distinct().limit(size).toList();
    }

    /** The line that fits, of a title that gives the name in one language a line. */
    private String line(String title) {
        return title.lines()
                .filter(line -> !HIGHLIGHTER.spans(line, query).isEmpty())
                .findFirst()
                .orElseGet(() -> title.lines().findFirst().orElse(""));
    }
}
