package org.sharedregistry.search;

import java.util.function.Predicate;
import org.sharedregistry.language.ParsedQuery;
import org.sharedregistry.language.Widening;

/** What is the same in every engine where nothing has all that was typed: the query is widened until something is found. */
public final class Widened {

    private Widened() {}

    /** The first answer with something in it, or else the answer to what was typed. */
    public static <R, E extends Exception> R search(String text, Search<R, E> search, Predicate<R> found) throws E {
        ParsedQuery typed = ParsedQuery.of(text);
        R narrowest = search.answer(typed, Widening.NONE);
        if (found.test(narrowest)) {
            return narrowest;
        }
        ParsedQuery last = typed;
        for (Widening widening : Widening.values()) {
            ParsedQuery wider = ParsedQuery.of(text, widening);
            if (!wider.equals(last)) {
                R answer = search.answer(wider, widening);
                if (found.test(answer)) {
                    return answer;
                }
                last = wider;
            }
        }
        return narrowest;
    }

    /** Answers a query that was widened so far. */
    public interface Search<R, E extends Exception> {
        R answer(ParsedQuery query, Widening widening) throws E;
    }
}
