package org.sharedregistry.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as typed, made comparable without knowing what it is.
 *
 * @param folded the number folded, its spaces shortened and its prefix repaired
 * @param key the scheme that its prefix names, {@code E} for ЕАЭС, {@code T} for ТС, {@code R} for РОСС, {@code ?} for
 *     none, and behind {@code |} the letters and digits that follow the prefix
 */
public record Normalised(String folded, String key) {

    private static final Pattern PREFIX =
            Pattern.compile("^(EAЭC|TC(?=[ .N])|POCC)?[ .]*(?:N ?(?=RU|BY|KZ|KG|AM)|D ?(?=BY|KZ|KG|AM))?");

    static Normalised of(String raw) {
        String folded = CleanText.of(raw).text();
        Matcher prefix = PREFIX.matcher(folded);
        String body = prefix.replaceFirst("");
        return new Normalised(folded, scheme(folded) + "|" + lettersAndDigits(body));
    }

    static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String scheme(String folded) {
        Matcher prefix = PREFIX.matcher(folded);
        return prefix.find() && prefix.group(1) != null
                ? Scheme.ofPrefix(prefix.group(1)).key()
                : "?";
    }
}
