package org.sharedregistry.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as typed, made ready for reading: folded, runs of spaces shortened, and the prefix repaired where a scanner
 * or a foreign keyboard spoiled it.
 *
 * @param folded the whole text
 * @param scheme {@code E} for ЕАЭС, {@code T} for ТС, {@code R} for РОСС, {@code ?} for none
 * @param repaired the prefix as it was typed, when it was not one
 */
record Normalised(String folded, String scheme, Optional<String> repaired) {

    private static final Pattern SPOILED_PREFIX = Pattern.compile(
            "^(?:N ?)?(EAEU|EAES|EAEC|EADC|EA3C|EA9C|EAЗC|EAC(?=[ .]*(?:N ?)?(?:RU|BY|KZ|KG|AM)))(?![A-ZА-Я])");
    private static final Pattern NUMBER_SIGN_BEFORE_PREFIX = Pattern.compile("^N ?(?=EAЭC|TC[ .]|POCC)");
    private static final Pattern NUMBER_SIGN =
            Pattern.compile("\\bN[OG]?\\.? (?=RU|BY|KZ|KG|AM)|\\bN[OG]\\.?(?=RU|BY|KZ|KG|AM)");
    private static final Pattern PREFIX = Pattern.compile("^(EAЭC|TC(?=[ .N])|POCC)[ .]*");
    private static final Pattern MARK = Pattern.compile("^(?:N ?(?=RU|BY|KZ|KG|AM)|D ?(?=BY|KZ|KG|AM))");

    static Normalised of(String raw) {
        String folded =
                Folding.fold(raw).replaceAll("\\p{Cntrl}|\\p{Cf}", "").strip().replaceAll(" {2,}", " ");
        Optional<String> repaired = Optional.empty();
        Matcher spoiled = SPOILED_PREFIX.matcher(folded);
        if (spoiled.find()) {
            repaired = Optional.of(spoiled.group(1));
            folded = "EAЭC" + folded.substring(spoiled.end());
        }
        folded = NUMBER_SIGN_BEFORE_PREFIX.matcher(folded).replaceFirst("");
        folded = NUMBER_SIGN.matcher(folded).replaceFirst("N ");
        return new Normalised(folded, scheme(folded), repaired);
    }

    /** The scheme and the letters and digits behind it: the same for every spelling of one number. */
    String key() {
        String body = PREFIX.matcher(folded).replaceFirst("");
        return scheme + "|" + lettersAndDigits(MARK.matcher(body).replaceFirst(""));
    }

    static String lettersAndDigits(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String scheme(String folded) {
        Matcher prefix = PREFIX.matcher(folded);
        if (!prefix.find()) {
            return "?";
        }
        return switch (prefix.group(1)) {
            case "EAЭC" -> "E";
            case "TC" -> "T";
            default -> "R";
        };
    }
}
