package org.sharedregistry.identifier;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scanner reads: the number within an address or within the elements of a GS1 code. */
final class Scanned {

    /** On folded text: codes in capitals only are smaller, so addresses may be all capitals. */
    private static final List<Pattern> FORMS = List.of(
            // GS1 Digital Link: the application identifier 01 in the path
            Pattern.compile("HTTPS?://[^?#]*/(?:01|GTIN)/(\\d{8}|\\d{12,14})(?:[/?#].*)?"),
            // an entry of this registry
            Pattern.compile("HTTPS?://[^?#]*/GOODS/([A-Z0-9-]+-\\d{6}-[A-Z0-9])(?:[/?#].*)?"),
            // GS1 element string as printed
            Pattern.compile("(?:\\(.*)?\\(01\\) ?(\\d{14})(?:\\D.*)?"),
            // GS1 element string as scanned, where a symbology identifier may come first
            Pattern.compile("(?:\\][A-Z]\\d)?01(\\d{14})(?:\\D.*|(?:1[01357]|2[01]|240|3[01]).+)?"));

    private Scanned() {}

    /** The number within what was scanned, or all of it when it has none of these forms. */
    static String number(String raw) {
        String folded = Folding.fold(raw);
        int start = 0;
        int end = folded.length();
        while (start < end && isAround(folded.charAt(start))) {
            start++;
        }
        while (start < end && isAround(folded.charAt(end - 1))) {
            end--;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(folded).region(start, end);
            if (matcher.matches()) {
                return raw.substring(matcher.start(1), matcher.end(1));
            }
        }
        return raw;
    }

    private static boolean isAround(char sign) {
        return sign == ' ' || Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT;
    }
}
