package org.sharedregistry.identifier;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scanner reads: the number within an address or within the elements of a GS1 code. */
final class Scanned {

    /** GS1 Digital Link: the application identifier 01 in the path. */
    private static final Pattern DIGITAL_LINK = Pattern.compile("https?://[^?#]*/(?:01|gtin)/(\\d{8,14})(?:[/?#].*)?");

    private static final Pattern ENTRY_ADDRESS = Pattern.compile("https?://[^?#]*/goods/([^/?#]+)(?:[/?#].*)?");
    /** GS1 element string with brackets as printed, or without as scanned, a symbology identifier in front. */
    private static final Pattern ELEMENTS =
            Pattern.compile("(?:\\][A-Za-z]\\d)?(?:\\(01\\)|01)(\\d{14})(?:\\D.*|(?:10|11|17|21|240)\\S+)?");

    private Scanned() {}

    static String number(String raw) {
        for (Pattern pattern : new Pattern[] {DIGITAL_LINK, ENTRY_ADDRESS, ELEMENTS}) {
            Matcher matcher = pattern.matcher(raw);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return raw;
    }
}
