package org.sharedregistry.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Why a password cannot be taken. */
public enum PasswordFlaw {
    TOO_SHORT,
    /** bcrypt reads no further, so that a longer one would be opened by its beginning. */
    TOO_LONG;

    static final int FEWEST_CHARACTERS = 12;
    static final int MOST_BYTES = 72;

    /** What is wrong with a password that somebody wants to take. */
    public static Optional<PasswordFlaw> of(String password) {
        if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
            return Optional.of(TOO_SHORT);
        }
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? Optional.of(TOO_LONG) : Optional.empty();
    }
}
