package org.sharedregistry.scans;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.IdentifierKind;

/**
 * What stands on a form, as printed there; what a form does not have is null or empty.
 *
 * @param kind of the number; a test report's number is of none
 * @param issued not where the period of validity is printed in full
 * @param hsCodes digits alone, though some forms print them in groups
 */
public record Truth(
        @Nullable IdentifierKind kind,
        String number,
        @Nullable LocalDate issued,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> hsCodes,
        List<String> okpd2,
        List<String> okrb007,
        List<String> gtins,
        List<String> regulations,
        List<String> standards,
        String manufacturer,
        String manufacturerTaxId,
        @Nullable String applicant,
        @Nullable String applicantId,
        @Nullable String testReport,
        @Nullable LocalDate testReportDate,
        @Nullable String laboratory,
        @Nullable String laboratoryAccreditation,
        @Nullable String bodyAccreditation,
        List<String> models) {

    public Truth {
        hsCodes = List.copyOf(hsCodes);
        okpd2 = List.copyOf(okpd2);
        okrb007 = List.copyOf(okrb007);
        gtins = List.copyOf(gtins);
        regulations = List.copyOf(regulations);
        standards = List.copyOf(standards);
        models = List.copyOf(models);
    }
}
