package org.sharedregistry.attestation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/**
 * What an attestation says: the content of one version.
 *
 * @param validTo last day of validity; null when it has none
 * @param origin where the goods come from, ISO 3166-1 alpha-2
 * @param manufacturerName as printed, for a manufacturer that the registry does not hold
 * @param cards addresses of its cards in the registers of states, as printed or scanned
 * @param regulations as written, such as {@code ТР ТС 004/2011}
 * @param models designations it covers; none means all
 * @param hs codes of the TN VED, digits only
 */
public record AttestationContent(
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String origin,
        @Nullable String manufacturerName,
        Set<String> cards,
        Set<String> regulations,
        Set<String> standards,
        Set<String> models,
        Set<String> hs) {

    public AttestationContent {
        if (validFrom == null) {
            throw RegistryProblem.field("/content/validFrom", "Say from which day it is valid.");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw RegistryProblem.field("/content/validTo", "It cannot end before it begins, on " + validFrom + ".");
        }
        if (origin != null && !origin.matches("[A-Z]{2}")) {
            throw RegistryProblem.field("/content/origin", "A state is two capital letters, such as BY.");
        }
        cards = copy(cards);
        regulations = copy(regulations);
        standards = copy(standards);
        models = copy(models);
        hs = copy(hs);
    }

    private static Set<String> copy(@Nullable Set<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
