package org.sharedregistry.pages.account;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.enrolment.Representatives.NewMandate;

/**
 * What was typed about a mandate, as it was typed.
 *
 * @param key that lets a form that was sent twice count once
 */
public record MandateForm(
        @Nullable UUID key,
        @Nullable String account,
        @Nullable String from,
        @Nullable String until,
        @Nullable String document) {

    static MandateForm empty() {
        return new MandateForm(UUID.randomUUID(), null, null, null, null);
    }

    NewMandate mandate() {
        return new NewMandate(
                key == null ? UUID.randomUUID() : key,
                Objects.toString(account, "").strip(),
                day(from),
                day(until),
                Objects.toString(document, ""));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return LocalDate.parse(Objects.toString(typed, ""));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
