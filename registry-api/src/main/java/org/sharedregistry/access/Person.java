package org.sharedregistry.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The holder of an account that is open.
 *
 * @param email where notices go; none for accounts made at the console
 * @param language of its notices
 */
public record Person(
        String account, @Nullable String email, @Nullable String language, Instant since) {}
