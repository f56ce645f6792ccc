package org.sharedregistry.identifier;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is printed: {@code N |RU Д-{origin}.{body:cyrillic}[/{year}]}. Braces hold a named group of the form, its
 * letters as folded, {@code :cyrillic} or {@code :lower}; brackets hold what is left out when its group is missing; what
 * stands before the bar is printed but is no part of the number's key.
 */
final class Template {

    private static final Pattern FIELD = Pattern.compile("\\{(\\w+):?(\\w*)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    private final String lead;
    private final String body;

    Template(String template) {
        int bar = template.indexOf('|');
        this.lead = template.substring(0, bar + 1).replace("|", "");
        this.body = template.substring(bar + 1);
    }

    /** What is printed before the body. */
    String lead() {
        return lead;
    }

    /** The groups of a match by name, in order, in the letters in which they are printed and without spaces. */
    Map<String, String> parts(Matcher match) {
        Map<String, String> parts = new LinkedHashMap<>();
        FIELD.matcher(body).results().forEach(field -> {
            String value = match.group(field.group(1));
            if (value != null) {
                parts.put(field.group(1), inLetters(field.group(2), value.replace(" ", "")));
            }
        });
        return parts;
    }

    String body(Map<String, String> parts) {
        String present = OPTIONAL.matcher(body).replaceAll(optional -> {
            Matcher field = FIELD.matcher(optional.group(1));
            return field.find() && parts.containsKey(field.group(1)) ? quoted(optional.group(1)) : "";
        });
        return FIELD.matcher(present).replaceAll(field -> quoted(value(parts, field)));
    }

    private static String value(Map<String, String> parts, MatchResult field) {
        String value = parts.get(field.group(1));
        if (value == null) {
            throw new IllegalStateException("The form has no " + field.group(1));
        }
        return value;
    }

    private static String inLetters(String letters, String folded) {
        return switch (letters) {
            case "cyrillic" -> Folding.inCyrillic(folded);
            case "lower" -> folded.toLowerCase(Locale.ROOT);
            default -> folded;
        };
    }

    private static String quoted(String literal) {
        return Matcher.quoteReplacement(literal);
    }
}
