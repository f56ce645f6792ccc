package org.sharedregistry.identifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of one kind of number.
 *
 * @param schemes the schemes whose numbers have this form, the likeliest first
 * @param state the state that gives such numbers; empty when several do
 * @param pattern matches the number in a clean text, with the prefix of a scheme or without
 * @param template how it is printed
 * @param confidence how sure the shape alone makes it
 * @param check tells for the printed body whether its check digit holds
 * @param keyed makes the body of the key from the printed body
 * @param inText whether it is looked for in running text
 */
record Format(
        IdentifierKind kind,
        List<Scheme> schemes,
        String state,
        Pattern pattern,
        Template template,
        Confidence confidence,
        Predicate<String> check,
        UnaryOperator<String> keyed,
        boolean inText) {

    private static final String NOT_CONTINUED = "(?![\\p{L}\\p{Nd}])";

    /** A number without a prefix. */
    static Format of(
            IdentifierKind kind, String scheme, String state, Confidence confidence, String form, String template) {
        return of(kind, List.of(Scheme.of(scheme)), "", state, confidence, form, template);
    }

    /** A number that begins with the prefix of its scheme, or lacks it; one form may belong to several schemes. */
    static Format of(
            IdentifierKind kind,
            List<Scheme> schemes,
            String state,
            Confidence confidence,
            String form,
            String template) {
        String prefixes = schemes.stream().map(Scheme::foldedPrefix).collect(Collectors.joining("|"));
        // N is the number sign; Д stands before the state in some declarations.
        String lead = "(?:(?<prefix>" + prefixes + ")[ .]*)?(?:[ND] ?)?";
        return of(kind, schemes, lead, state, confidence, form, template);
    }

    private static Format of(
            IdentifierKind kind,
            List<Scheme> schemes,
            String lead,
            String state,
            Confidence confidence,
            String form,
            String template) {
        return new Format(
                kind,
                schemes,
                state,
                Pattern.compile(lead + "(?:" + form + ")" + NOT_CONTINUED),
                new Template(template),
                confidence,
                body -> true,
                body -> Normalised.lettersAndDigits(Folding.fold(body)),
                true);
    }

    /** With a check digit, told from the printed body. */
    Format checkedBy(Predicate<String> checkDigit) {
        return new Format(kind, schemes, state, pattern, template, confidence, checkDigit, keyed, inText);
    }

    Format keyedBy(UnaryOperator<String> keyOfBody) {
        return new Format(kind, schemes, state, pattern, template, confidence, check, keyOfBody, inText);
    }

    /** Its groups vary in length, so that the key keeps what separates them. */
    Format keyedWithSeparators() {
        return keyedBy(Folding::fold);
    }

    /** Many a text has this form by chance: it is read when a number is asked for, never found in running text. */
    Format onlyWhenAsked() {
        return new Format(kind, schemes, state, pattern, template, confidence, check, keyed, false);
    }

    /** Whether a number of this form can begin with a letter or digit; now and then true although none does. */
    @SuppressWarnings("JdkObsolete") // not how far a match reaches is asked, but whether more text could make one
    boolean mayBeginWith(char first) {
        Matcher matcher = pattern.matcher(String.valueOf(first));
        // A form that asked for more than the one character has taken it.
        return matcher.lookingAt() || matcher.hitEnd();
    }

    /** For {@link #end}, over a clean text. */
    Matcher matcher(String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Where a number of this form ends that begins at a place in a clean text; that place when there is none. */
    int end(Matcher matcher, int start, int limit) {
        matcher.region(start, limit);
        return matcher.lookingAt() && isRight(matcher) ? matcher.end() : start;
    }

    /** The readings of a number that is the whole of a text, best first. */
    Stream<Reading> read(CleanText number) {
        Matcher match = pattern.matcher(number.text());
        if (!match.matches() || !isRight(match)) {
            return Stream.empty();
        }
        String prefix = prefix(match);
        Map<String, String> parts = new LinkedHashMap<>();
        if (!state.isEmpty()) {
            parts.put("state", state);
        }
        parts.putAll(template.parts(match));
        return schemes.stream()
                .filter(scheme -> prefix.isEmpty()
                        ? mayLackPrefix(scheme, parts)
                        : scheme.foldedPrefix().equals(prefix))
                .map(scheme -> reading(scheme, prefix, parts, number));
    }

    private boolean isRight(Matcher match) {
        return check.test(template.body(template.parts(match)));
    }

    private Reading reading(Scheme scheme, String prefix, Map<String, String> parts, CleanText number) {
        String body = template.body(parts);
        String display = (scheme.prefix() + " " + template.lead() + body).strip();
        boolean added = prefix.isEmpty() && scheme.hasPrefix();
        return new Reading(
                kind,
                scheme.key() + "|" + keyed.apply(body),
                display,
                parts,
                Corrections.between(number, prefix, display, added ? scheme.prefix() : ""),
                added && !scheme.equals(Scheme.EAEU) ? Confidence.MEDIUM : confidence);
    }

    private String prefix(Matcher match) {
        boolean typed = schemes.get(0).hasPrefix() && match.group("prefix") != null;
        return typed ? match.group("prefix") : "";
    }

    /** Documents of the Customs Union carry no year. */
    private static boolean mayLackPrefix(Scheme scheme, Map<String, String> parts) {
        return !scheme.equals(Scheme.CUSTOMS_UNION) || !parts.containsKey("year");
    }
}
