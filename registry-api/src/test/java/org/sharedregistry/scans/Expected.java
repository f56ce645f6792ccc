package org.sharedregistry.scans;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Reading;
import org.sharedregistry.paper.Field;

/**
 * All that is to be read on a document in some fields.
 *
 * @param values none in a field that the document does not have; what is read in fields that are not known is not judged
 */
record Expected(Map<Field, List<String>> values) {

    Expected {
        values = Map.copyOf(values);
    }

    static Expected of(Truth truth) {
        Map<Field, List<String>> values = new EnumMap<>(Field.class);
        values.put(Field.NUMBER, List.of(display(truth.number(), truth.kind())));
        values.put(Field.ISSUED, days(truth.issued()));
        values.put(Field.VALID_FROM, days(truth.validFrom()));
        values.put(Field.VALID_TO, days(truth.validTo()));
        values.put(Field.HS, truth.hsCodes());
        values.put(Field.OKPD2, truth.okpd2());
        values.put(Field.OKRB007, truth.okrb007());
        values.put(Field.GTIN, truth.gtins());
        values.put(Field.REGULATION, truth.regulations());
        values.put(Field.STANDARD, truth.standards());
        values.put(Field.MANUFACTURER, List.of(truth.manufacturer()));
        values.put(Field.MANUFACTURER_ID, List.of(truth.manufacturerTaxId()));
        values.put(Field.APPLICANT, some(truth.applicant()));
        values.put(Field.APPLICANT_ID, some(truth.applicantId()));
        values.put(Field.TEST_REPORT, some(truth.testReport()));
        values.put(Field.TEST_REPORT_DATE, days(truth.testReportDate()));
        values.put(Field.LABORATORY, some(truth.laboratory()));
        values.put(Field.LABORATORY_ACCREDITATION, some(truth.laboratoryAccreditation()));
        values.put(Field.BODY_ACCREDITATION, some(truth.bodyAccreditation()));
        values.put(Field.MODEL, truth.models());
        return new Expected(values);
    }

    /** A number as the product prints it, whichever way the paper does. */
    static String display(String number, @Nullable IdentifierKind kind) {
        return Identifiers.read(number).stream()
                .filter(reading -> reading.kind() == kind)
                .findFirst()
                .map(Reading::display)
                .orElse(number);
    }

    private static List<String> days(@Nullable LocalDate day) {
        return day == null ? List.of() : List.of(day.toString());
    }

    private static List<String> some(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
