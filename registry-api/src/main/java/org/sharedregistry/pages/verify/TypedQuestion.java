package org.sharedregistry.pages.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.Confidence;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Mention;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.verification.VerificationQuery;

/**
 * The form of the verify page as it was filled in.
 *
 * @param number one number, or several: one a line, or several whole ones in a line
 * @param on the day that counts, ISO 8601; today when empty
 * @param knownAt a moment, ISO 8601 in UTC, as links to former answers carry it
 */
public record TypedQuestion(
        @Nullable String number,
        @Nullable String destination,
        @Nullable String purpose,
        @Nullable String on,
        @Nullable String manufacturedOn,
        @Nullable String model,
        @Nullable String batch,
        @Nullable String hs,
        @Nullable String manufacturer,
        @Nullable String knownAt) {

    /** More belong on the page for consignments. */
    static final int MOST_NUMBERS = 50;

    private static final Pattern HS = Pattern.compile("\\d{2,10}");

    public boolean isAsked() {
        return number != null && !number.isBlank();
    }

    /** Whether it says more of the goods than their number. */
    public boolean isNarrowed() {
        return Stream.of(manufacturedOn, model, batch, hs, manufacturer).anyMatch(value -> filled(value) != null);
    }

    /** The numbers asked about, without repetitions. */
    List<String> numbers() {
        List<String> lines = text().lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (lines.size() != 1) {
            return lines;
        }
        List<String> whole = Identifiers.find(lines.get(0)).stream()
                .filter(mention -> mention.reading().confidence() == Confidence.HIGH)
                .filter(TypedQuestion::isOfADocumentOrGoods)
                .map(Mention::raw)
                .distinct()
                .toList();
        return whole.size() > 1 ? whole : lines;
    }

    /** What is wrong with it, as keys of messages by field; nothing when it can be answered. */
    Map<String, String> mistakes() {
        Map<String, String> mistakes = new LinkedHashMap<>();
        List<String> numbers = numbers();
        if (numbers.size() > MOST_NUMBERS) {
            mistakes.put("number", "verify.wrong.many");
        } else if (numbers.stream().anyMatch(each -> each.length() > Identifiers.LONGEST)) {
            mistakes.put("number", "verify.wrong.long");
        }
        if (day(on).isEmpty() && filled(on) != null) {
            mistakes.put("on", "verify.wrong.day");
        }
        if (day(manufacturedOn).isEmpty() && filled(manufacturedOn) != null) {
            mistakes.put("manufacturedOn", "verify.wrong.day");
        } else if (day(on).isPresent()
                && day(manufacturedOn).filter(day(on).get()::isBefore).isPresent()) {
            mistakes.put("manufacturedOn", "verify.wrong.made");
        }
        if (filled(hs) != null && !HS.matcher(withoutSpaces(hs)).matches()) {
            mistakes.put("hs", "verify.wrong.hs");
        }
        String maker = filled(manufacturer);
        if (maker != null
                && maker.codePoints().filter(Character::isLetterOrDigit).count() < 3) {
            mistakes.put("manufacturer", "verify.wrong.manufacturer");
        }
        return mistakes;
    }

    /** The question about one of its numbers, for a reader of this language. */
    VerificationQuery about(String one, String language) {
        return new VerificationQuery(
                one,
                destination == null ? "" : destination,
                parsed(purpose, Purpose::valueOf).orElse(null),
                day(on).orElse(null),
                day(manufacturedOn).orElse(null),
                parsed(knownAt, Instant::parse).orElse(null),
                null,
                null,
                filled(model),
                null,
                filled(batch),
                filled(hs) == null ? null : withoutSpaces(hs),
                null,
                filled(manufacturer),
                null,
                null,
                null,
                language,
                null);
    }

    TypedQuestion to(String otherDestination) {
        return new TypedQuestion(
                number, otherDestination, purpose, on, manufacturedOn, model, batch, hs, manufacturer, knownAt);
    }

    private String text() {
        return number == null ? "" : number;
    }

    private static boolean isOfADocumentOrGoods(Mention mention) {
        return switch (mention.reading().kind()) {
            case REGISTRY_NUMBER,
                    EAEU_CERTIFICATE,
                    EAEU_DECLARATION,
                    NATIONAL_CERTIFICATE,
                    NATIONAL_DECLARATION,
                    STATE_REGISTRATION,
                    OWN_PRODUCTION_CERTIFICATE,
                    CERTIFICATE_OF_ORIGIN -> true;
            default -> false;
        };
    }

    private static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String withoutSpaces(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\s", "");
    }

    private static Optional<LocalDate> day(@Nullable String value) {
        return parsed(value, LocalDate::parse);
    }

    private static <T> Optional<T> parsed(@Nullable String value, Function<String, T> parse) {
        String text = filled(value);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
