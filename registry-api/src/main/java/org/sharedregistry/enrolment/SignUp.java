package org.sharedregistry.enrolment;

import java.util.Set;
import java.util.UUID;
import org.sharedregistry.access.Role;

/**
 * An organisation that asks to be let in.
 *
 * @param id given by whoever asks, so that asking twice is asking once
 * @param number INN or UNP, as typed
 * @param accreditation of a conformity assessment body; blank for a manufacturer
 * @param name as registered
 */
public record SignUp(
        UUID id,
        String state,
        String number,
        Role role,
        String accreditation,
        String name,
        String address,
        NewPerson person) {

    private static final int LONGEST = 500;

    public SignUp {
        accreditation = accreditation.strip();
        name = name.strip();
        address = address.strip();
    }

    /** What is wrong with it by itself. */
    Set<Flaw> flaws() {
        Set<Flaw> flaws = person.flaws();
        TaxNumber.of(state)
                .ifPresentOrElse(numbers -> numbers.flaw(number).ifPresent(flaws::add), () -> flaws.add(Flaw.STATE));
        if (role != Role.MANUFACTURER && role != Role.BODY) {
            flaws.add(Flaw.ROLE);
        }
        if (role == Role.BODY && !isFilled(accreditation)) {
            flaws.add(Flaw.ACCREDITATION);
        }
        if (!isFilled(name)) {
            flaws.add(Flaw.NAME);
        }
        if (!isFilled(address)) {
            flaws.add(Flaw.ADDRESS);
        }
        return flaws;
    }

    /** The tax number as it is recorded. */
    String taxId() {
        return TaxNumber.of(state).flatMap(numbers -> numbers.read(number)).orElseThrow();
    }

    private static boolean isFilled(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }
}
