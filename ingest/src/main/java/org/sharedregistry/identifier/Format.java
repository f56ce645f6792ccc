package org.sharedregistry.identifier;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form of one kind of number.
 *
 * @param whole matches a normalised number
 * @param inText finds the number in folded text, where spaces may run and a line may break; nothing, for a form so weak that
 *     it says nothing within a text
 * @param drafts the readings of a match, best first
 */
record Format(Pattern whole, Pattern inText, Function<Matcher, Stream<Draft>> drafts) {

    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final String NOT_WITHIN = "(?<![\\p{L}\\p{Nd}])";
    private static final String NOT_CONTINUED = "(?![\\p{L}\\p{Nd}])";

    /** A form that is a number wherever it stands. */
    static Format strong(String form, Function<Matcher, Stream<Draft>> drafts) {
        String loose = form.replace(" ?", " {0,3}").replaceAll("(?<![\\[.{]) (?![?{\\]])", " {1,3}");
        return new Format(Pattern.compile(form), Pattern.compile(NOT_WITHIN + loose + NOT_CONTINUED), drafts);
    }

    /** A form that many a text has by chance: read when a number is asked for, never found in running text. */
    static Format weak(String form, Function<Matcher, Stream<Draft>> drafts) {
        return new Format(Pattern.compile(form), NEVER, drafts);
    }

    Stream<Draft> read(String folded) {
        Matcher matcher = whole.matcher(folded);
        return matcher.matches() ? drafts.apply(matcher) : Stream.empty();
    }
}
