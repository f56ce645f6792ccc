package org.sharedregistry.enrolment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Role;

/**
 * An organisation that waits to be let in.
 *
 * @param taxId INN or UNP
 * @param accreditation of a conformity assessment body
 * @param name as it says it is registered
 * @param account the name that its first account is to have
 * @param language in which it asked
 */
public record Enrolment(
        UUID id,
        String state,
        String taxId,
        Role role,
        @Nullable String accreditation,
        String name,
        String address,
        String account,
        String email,
        String language,
        Instant requestedAt) {}
