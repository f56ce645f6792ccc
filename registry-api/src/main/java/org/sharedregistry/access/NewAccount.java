package org.sharedregistry.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account whose holder has chosen a password.
 *
 * @param password its hash, as {@link Accounts#hash} gives it
 */
public record NewAccount(
        String name,
        Role role,
        @Nullable String state,
        @Nullable UUID organisation,
        String email,
        String language,
        String password) {}
