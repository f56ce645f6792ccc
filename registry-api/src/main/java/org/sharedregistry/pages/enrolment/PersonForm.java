package org.sharedregistry.pages.enrolment;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.enrolment.Flaw;
import org.sharedregistry.enrolment.NewPerson;

/** What was typed about the person who is to have an account, as it was typed. A password is never shown again. */
public record PersonForm(
        @Nullable String account,
        @Nullable String email,
        @Nullable String password) {

    NewPerson person(Locale locale) {
        return new NewPerson(text(account), text(email), text(password), locale.getLanguage());
    }

    static String text(@Nullable String typed) {
        return Objects.toString(typed, "");
    }

    /** One flaw a field, as templates look for them. */
    static Map<String, Flaw> byField(Collection<Flaw> flaws) {
        return flaws.stream().collect(Collectors.toMap(Flaw::field, flaw -> flaw, (first, second) -> first));
    }
}
