package org.sharedregistry.verification;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Purpose;

/**
 * A question as it arrives.
 *
 * @param number in any spelling, or whatever a scanner reads
 * @param destination the state where the goods are to count as recognised, ISO 3166-1 alpha-2
 * @param on the day that counts; today in the regime's time zone when left out
 * @param manufacturedOn the day the goods were made
 * @param knownAt the moment whose knowledge counts; now when left out
 * @param lang of the texts: ru, be or en
 */
public record VerificationQuery(
        String number,
        String destination,
        @Nullable Purpose purpose,
        @Nullable LocalDate on,
        @Nullable LocalDate manufacturedOn,
        @Nullable Instant knownAt,
        @Nullable String regime,
        @Nullable String model,
        @Nullable String lang) {

    private static final int LONGEST_NUMBER = 500;

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
        if (lang != null && !lang.matches("ru|be|en")) {
            throw RegistryProblem.parameter("lang", "Texts are there in ru, be and en.");
        }
    }

    Purpose purposeOrCustoms() {
        return purpose == null ? Purpose.CUSTOMS : purpose;
    }

    String language() {
        return lang == null ? "en" : lang;
    }
}
