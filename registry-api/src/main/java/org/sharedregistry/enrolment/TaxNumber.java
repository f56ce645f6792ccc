package org.sharedregistry.enrolment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Identifiers;

/** How a state numbers those who pay taxes: INN in Russia, UNP in Belarus. */
enum TaxNumber {
    RU(IdentifierKind.INN, Pattern.compile("\\d{10}|\\d{12}"), Flaw.INN_FORM, Flaw.INN_CHECK_DIGIT),
    BY(IdentifierKind.UNP, Pattern.compile("[\\p{L}\\d]{2}\\d{7}"), Flaw.UNP_FORM, Flaw.UNP_CHECK_DIGIT);

    private final IdentifierKind kind;
    private final Pattern form;
    private final Flaw wrongForm;
    private final Flaw wrongDigit;

    TaxNumber(IdentifierKind kind, Pattern form, Flaw wrongForm, Flaw wrongDigit) {
        this.kind = kind;
        this.form = form;
        this.wrongForm = wrongForm;
        this.wrongDigit = wrongDigit;
    }

    /** The numbers of a state; empty for one whose organisations cannot enrol here. */
    static Optional<TaxNumber> of(String state) {
        for (TaxNumber each : values()) {
            if (each.name().equals(state)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The number as it is recorded, letters in Latin; empty when it is none. */
    Optional<String> read(String typed) {
        String number = closedUp(typed);
        return form.matcher(number).matches()
                ? Identifiers.read(number).stream()
                        .filter(reading -> reading.kind() == kind)
                        .map(reading -> reading.parts().getOrDefault("number", number))
                        .findFirst()
                : Optional.empty();
    }

    Optional<Flaw> flaw(String typed) {
        if (read(typed).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(form.matcher(closedUp(typed)).matches() ? wrongDigit : wrongForm);
    }

    private static String closedUp(String typed) {
        return typed.replaceAll("[\\s\\u00a0-]", "").toUpperCase(Locale.ROOT);
    }
}
