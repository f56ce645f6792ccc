package org.sharedregistry.identifier;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a keyboard or a scanner gives: a number, the elements of a GS1 code, an address, or lines that hold some of these. */
final class Scanned {

    /** What scanners put before the data to say which kind of code it was: ISO/IEC 15424. */
    private static final Pattern SYMBOLOGY = Pattern.compile("^][A-Za-z]\\d");

    /** With or without a protocol; a number at its end may have been written into it with its spaces. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|(?<![\\p{L}\\p{Nd}@./-])(?=(?:[a-z\\d-]+\\.)+[a-z]{2,}/))"
                    + "(?:[^\\s?]*\\?(?:[^\\s#]*&)?number=[^&#\\r\\n]*|\\S*[^\\s.,;:!)>\\]}\"'»])",
            Pattern.CASE_INSENSITIVE);

    /** What may be a spoiled prefix, such as {@code Р0СС}; a number sign may follow. */
    private static final Pattern SHORT_WORD_BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}]{2,4}[^\\p{L}\\p{Nd}\\r\\n]*(?:N[^\\p{L}\\p{Nd}\\r\\n]*)?$");

    /** What may be a year whose stroke was lost. */
    private static final Pattern SHORT_NUMBER_BEHIND =
            Pattern.compile("^[^\\p{L}\\p{Nd}\\r\\n]{1,3}\\d{1,2}(?![.,]?\\d)");

    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    private Scanned() {}

    /** All ways to read it. */
    static Stream<Reading> read(String raw) {
        String code = stripped(SYMBOLOGY.matcher(stripped(raw)).replaceFirst(""));
        return ElementString.parse(code).map(Scanned::article).orElseGet(() -> {
            List<Reading> number = Formats.read(decoded(code)).toList();
            return number.isEmpty() ? among(code.contains("://") ? code : decoded(code)) : number.stream();
        });
    }

    private static Stream<Reading> article(ElementString elements) {
        return Stream.concat(gtin(elements.gtin()), OtherScheme.ofMark(elements));
    }

    /** The addresses in a text, and the numbers in the rest of it. */
    private static Stream<Reading> among(String text) {
        Matcher addresses = ADDRESS.matcher(text);
        List<String> found = addresses.results().map(MatchResult::group).toList();
        String rest = decoded(addresses.replaceAll("\n"));
        Stream<Reading> numbers =
                new Scan(CleanText.of(rest)).spans().stream().flatMap(span -> stretch(rest, span.start(), span.end()));
        Stream<Reading> another = Stream.concat(Stream.of(text), found.stream())
                .flatMap(OtherScheme::named)
                .limit(1);
        return Stream.of(another, found.stream().flatMap(Scanned::address), numbers)
                .flatMap(each -> each);
    }

    /** A number within a text, unless it may be but a piece of another one. */
    private static Stream<Reading> stretch(String text, int start, int end) {
        String number = text.substring(start, end);
        List<Reading> readings = Formats.read(number).toList();
        boolean lacksPrefix = readings.stream().anyMatch(Reading::hasPrefixAdded);
        boolean lacksYear = readings.stream().anyMatch(Reading::hasSerialWithoutYear);
        boolean isPiece = (lacksPrefix
                        && SHORT_WORD_BEFORE.matcher(text.substring(0, start)).find())
                || (lacksYear
                        && SHORT_NUMBER_BEHIND.matcher(text.substring(end)).find());
        return isPiece ? Stream.empty() : readings.stream().map(reading -> reading.foundAs(number));
    }

    private static Stream<Reading> address(String address) {
        List<Reading> card = Cards.read(decoded(address)).toList();
        return card.isEmpty() ? NumberInAddress.of(address) : card.stream();
    }

    static Stream<Reading> gtin(String digits) {
        return Formats.read(digits).filter(reading -> reading.kind() == IdentifierKind.GTIN);
    }

    /** Percent-encoding undone where there is any; what does not stand for text stays. */
    static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(run -> Matcher.quoteReplacement(URLDecoder.decode(run.group(), StandardCharsets.UTF_8)));
    }

    /** Without the spaces, controls and invisible signs around it. */
    private static String stripped(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isAround(raw.charAt(start))) {
            start++;
        }
        while (start < end && isAround(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isAround(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.isISOControl(sign)
                || Character.getType(sign) == Character.FORMAT;
    }
}
