package org.sharedregistry.access;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** A person changes the password of its own account. */
@Component
public class OwnPassword {

    /** Whoever finds somebody else's browser signed in cannot try passwords there. */
    private static final int PATIENCE = 5;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Attempts failures = new Attempts(Duration.ofMinutes(15));

    OwnPassword(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /**
     * Changes the password and ends all other sessions.
     *
     * @param session the one that goes on
     */
    public Outcome change(Caller caller, String session, String oldPassword, String password) {
        if (failures.of(caller.account()) >= PATIENCE) {
            return Outcome.WAIT;
        }
        if (accounts.byPassword(caller.account(), oldPassword).isEmpty()) {
            failures.add(caller.account());
            return Outcome.WRONG_OLD;
        }
        return PasswordFlaw.of(password)
                .map(flaw -> flaw == PasswordFlaw.TOO_SHORT ? Outcome.TOO_SHORT : Outcome.TOO_LONG)
                .orElseGet(() -> {
                    accounts.setPassword(caller.account(), password);
                    sessions.endOthers(caller.account(), session);
                    failures.forget(caller.account());
                    return Outcome.CHANGED;
                });
    }

    /** What became of it. */
    public enum Outcome {
        CHANGED,
        WRONG_OLD,
        WAIT,
        TOO_SHORT,
        TOO_LONG
    }
}
