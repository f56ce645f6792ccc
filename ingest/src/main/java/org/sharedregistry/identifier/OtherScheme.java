package org.sharedregistry.identifier;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The codes of other systems that are met on goods and papers. They are named, so that nobody takes them for a document
 * that is missing; what they say is for their own system to tell.
 */
enum OtherScheme {
    /**
     * The confirmation of expected goods that Russia's tax service asks for at the border with the other states of the
     * Union since 2026. Its QR code leads to a page that shows the state of a delivery; neither address nor content of the
     * code has been published, so it is recognised by a host or path of the service that says so, or by the name put
     * before the code.
     */
    SPOT,
    /** The marks of Russia's system Chestny Znak. */
    CHESTNY_ZNAK,
    /** The marks of Belarus's system Elektronny Znak, which look the same. */
    ELEKTRONNY_ZNAK;

    private static final String HOST = "(?:[A-Z\\d-]+\\.)*";
    private static final Pattern SPOT_FORM =
            Pattern.compile("(?:HTTPS?://)?(?:" + HOST + "SPOT\\." + HOST + "NALOG\\.(?:GOV\\.)?RU|" + HOST
                    + "NALOG\\.(?:GOV\\.)?RU/(?:[^?#]*/)?SPOT)(?:[/?#:].*)?|(?:SPOT|CПOT)[ :].*");

    /** A code that names its system. */
    static Stream<Reading> named(String code) {
        Matcher spot = SPOT_FORM.matcher(Folding.fold(code));
        return spot.matches() ? Stream.of(SPOT.reading(code, code, Confidence.HIGH)) : Stream.empty();
    }

    /** The systems whose mark a GS1 code may be: none for a code without the check of such a system. */
    static Stream<Reading> ofMark(ElementString elements) {
        return elements.isStateMark()
                ? Stream.of(CHESTNY_ZNAK, ELEKTRONNY_ZNAK)
                        .map(scheme -> scheme.reading(elements.markedItem(), elements.toString(), Confidence.MEDIUM))
                : Stream.empty();
    }

    private Reading reading(String body, String display, Confidence confidence) {
        return new Reading(
                IdentifierKind.OTHER_SCHEME,
                name() + "|" + body,
                display,
                Map.of("scheme", name()),
                List.of(),
                confidence);
    }
}
