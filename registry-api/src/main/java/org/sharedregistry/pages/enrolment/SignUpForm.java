package org.sharedregistry.pages.enrolment;

import static org.sharedregistry.pages.enrolment.PersonForm.text;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Role;
import org.sharedregistry.enrolment.SignUp;

/**
 * What was typed about an organisation, as it was typed.
 *
 * @param id that lets a form that was sent twice count once
 */
public record SignUpForm(
        @Nullable UUID id,
        @Nullable String state,
        @Nullable Role role,
        @Nullable String number,
        @Nullable String accreditation,
        @Nullable String name,
        @Nullable String address) {

    static SignUpForm empty() {
        return new SignUpForm(UUID.randomUUID(), null, null, null, null, null, null);
    }

    SignUp request(PersonForm person, Locale locale) {
        return new SignUp(
                id == null ? UUID.randomUUID() : id,
                text(state),
                text(number),
                role == null ? Role.PUBLIC : role,
                text(accreditation),
                text(name),
                text(address),
                person.person(locale));
    }
}
