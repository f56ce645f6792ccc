package org.sharedregistry.verification;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Item;
import org.sharedregistry.recognition.Purpose;
import org.sharedregistry.recognition.Question;

/**
 * A question as it arrives. All but the first two narrow it.
 *
 * @param number in any spelling, or whatever a scanner reads
 * @param destination the state where the goods are to count as recognised, ISO 3166-1 alpha-2
 * @param on the day that counts; today in the regime's time zone when left out
 * @param manufacturedOn the day the goods were made
 * @param knownAt the moment whose knowledge counts; now when left out
 * @param rules a version to judge by, such as {@code union-state@1}, whichever was in force
 * @param site id of the production site
 * @param manufacturer name, part of it, or tax number
 * @param unit of the quantity, as printed
 * @param page of the matches, from 1
 * @param lang of the texts: ru, be or en
 * @param texts the version of the texts
 */
public record VerificationQuery(
        String number,
        String destination,
        @Nullable Purpose purpose,
        @Nullable LocalDate on,
        @Nullable LocalDate manufacturedOn,
        @Nullable Instant knownAt,
        @Nullable String regime,
        @Nullable String rules,
        @Nullable String model,
        @Nullable String site,
        @Nullable String batch,
        @Nullable String hs,
        @Nullable String okpd2,
        @Nullable String manufacturer,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Integer page,
        @Nullable String lang,
        @Nullable Integer texts) {

    private static final int LONGEST_NUMBER = 500;
    private static final int LONGEST_NAME = 300;

    public VerificationQuery {
        if (number == null || number.isBlank()) {
            throw RegistryProblem.parameter("number", "Give the number of a document or of goods, in any spelling.");
        }
        if (number.length() > LONGEST_NUMBER) {
            throw RegistryProblem.parameter(
                    "number",
                    "A number has at most " + LONGEST_NUMBER + " characters; this one has " + number.length() + ".");
        }
        if (destination == null || !destination.matches("[A-Z]{2}")) {
            throw RegistryProblem.parameter(
                    "destination", "Give the state as two capital letters of ISO 3166-1, such as BY or RU.");
        }
        if (manufacturedOn != null && on != null && manufacturedOn.isAfter(on)) {
            throw RegistryProblem.parameter(
                    "manufacturedOn", "The goods cannot have been made after the day that counts, " + on + ".");
        }
        if (rules != null && !rules.matches("[a-z][a-z0-9-]*@\\d{1,6}")) {
            throw RegistryProblem.parameter("rules", "A version of rules is named like union-state@1.");
        }
        if (hs != null && !hs.matches("\\d{2,10}")) {
            throw RegistryProblem.parameter("hs", "A code of the TN VED is 2 to 10 digits without spaces.");
        }
        if (okpd2 != null && !okpd2.matches("\\d{2}[0-9.]{0,10}")) {
            throw RegistryProblem.parameter("okpd2", "A code of OKPD2 is digits with dots, such as 27.51.11.110.");
        }
        Stream.of(Optional.ofNullable(model), Optional.ofNullable(batch), Optional.ofNullable(manufacturer))
                .flatMap(Optional::stream)
                .filter(name -> name.isBlank() || name.length() > LONGEST_NAME)
                .findFirst()
                .ifPresent(name -> {
                    throw RegistryProblem.parameter(
                            "model", "Model, batch and manufacturer have 1 to " + LONGEST_NAME + " characters.");
                });
        if (manufacturer != null
                && manufacturer.codePoints().filter(Character::isLetterOrDigit).count() < 3) {
            throw RegistryProblem.parameter(
                    "manufacturer", "Give at least three letters or digits of name or tax number.");
        }
        if (quantity != null && quantity.signum() <= 0) {
            throw RegistryProblem.parameter("quantity", "A quantity is more than nothing.");
        }
        if (page != null && (page < 1 || page > 1_000)) {
            throw RegistryProblem.parameter("page", "Pages are counted from 1 to 1000.");
        }
        if (lang != null && !lang.matches("ru|be|en")) {
            throw RegistryProblem.parameter("lang", "Texts are there in ru, be and en.");
        }
        if (texts != null && !Texts.VERSIONS.contains(texts)) {
            throw RegistryProblem.parameter("texts", "There are these versions of the texts: " + Texts.VERSIONS + ".");
        }
    }

    /** A question with nothing but a number, for goods at the border of a state. */
    public static VerificationQuery atTheBorder(
            String number, String destination, @Nullable LocalDate on, @Nullable String language) {
        return new VerificationQuery(
                number,
                destination,
                null,
                on,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                language,
                null);
    }

    /** The same as known at a moment, where it does not say so itself. */
    public VerificationQuery knownAtOr(Instant moment) {
        return new VerificationQuery(
                number,
                destination,
                purpose,
                on,
                manufacturedOn,
                knownAt == null ? moment : knownAt,
                regime,
                rules,
                model,
                site,
                batch,
                hs,
                okpd2,
                manufacturer,
                quantity,
                unit,
                page,
                lang,
                texts);
    }

    Question question() {
        return new Question(
                destination,
                purposeOrCustoms(),
                manufacturedOn,
                new Item(model, site, batch, hs, okpd2, manufacturer, quantity, unit));
    }

    Purpose purposeOrCustoms() {
        return purpose == null ? Purpose.CUSTOMS : purpose;
    }

    String language() {
        return lang == null ? "en" : lang;
    }

    int textsOrNewest() {
        return texts == null ? Texts.NEWEST : texts;
    }

    int pageOrFirst() {
        return page == null ? 1 : page;
    }
}
