package org.sharedregistry.enrolment;

import java.time.Instant;
import java.util.UUID;

/**
 * A link by which one more person makes an account, while it was not used.
 *
 * @param by the account that invited
 */
public record Invitation(UUID id, String email, String by, Instant expiresAt) {}
