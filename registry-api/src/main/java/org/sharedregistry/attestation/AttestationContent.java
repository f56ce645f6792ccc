package org.sharedregistry.attestation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Claims;

/**
 * What an attestation says: the content of one version.
 *
 * @param issued the day it was issued or registered; the first day of validity when not said
 * @param validTo last day of validity; null when it has none
 * @param origin where the goods come from, ISO 3166-1 alpha-2
 * @param manufacturerName as printed, for a manufacturer that the registry does not hold
 * @param cards addresses of its cards in the registers of states, as printed or scanned
 * @param regulations as written, such as {@code ТР ТС 004/2011}
 * @param models designations it covers; none means all
 * @param sites ids of the production sites it covers; none means all
 * @param batches designations, for a document on a single batch
 * @param hs codes of the TN VED, digits only; a shorter one stands for all that begin with it
 * @param okpd2 codes; a shorter one stands for all that begin with it
 * @param reports numbers of the test reports it rests on
 * @param points scored by the production, where it is scored
 * @param localShare share of local origin in the value, in percent
 * @param quantity covered at most, for a single batch
 * @param unit of the quantity, as printed
 * @param source the register it was taken from; null when it was entered here
 */
public record AttestationContent(
        @Nullable LocalDate issued,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String origin,
        @Nullable String manufacturerName,
        Set<String> cards,
        Set<String> regulations,
        Set<String> standards,
        Set<String> models,
        Set<String> sites,
        Set<String> batches,
        Set<String> hs,
        Set<String> okpd2,
        Set<String> reports,
        @Nullable Integer points,
        @Nullable BigDecimal localShare,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable String source) {

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
        sites = copy(sites);
        batches = copy(batches);
        hs = copy(hs);
        okpd2 = copy(okpd2);
        reports = copy(reports);
        if (localShare != null && (localShare.signum() < 0 || localShare.compareTo(new BigDecimal(100)) > 0)) {
            throw RegistryProblem.field("/content/localShare", "A share is 0 to 100 percent.");
        }
        if (points != null && points < 0) {
            throw RegistryProblem.field("/content/points", "Points are not negative.");
        }
        if (quantity != null && quantity.signum() <= 0) {
            throw RegistryProblem.field("/content/quantity", "A quantity is more than nothing.");
        }
    }

    /** The day on which its issuer must have been accredited. */
    LocalDate issuedOn() {
        return issued == null ? validFrom : issued;
    }

    /** In the terms of recognition. */
    Claims claims() {
        return new Claims(
                regulations, standards, models, sites, batches, hs, okpd2, points, localShare, quantity, unit);
    }

    private static Set<String> copy(@Nullable Set<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
