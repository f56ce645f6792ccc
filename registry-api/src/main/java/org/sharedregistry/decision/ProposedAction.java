package org.sharedregistry.decision;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.DecisionFact.Action;

/** What an authority can propose. */
public enum ProposedAction {
    RECOGNIZE(Action.RECOGNIZE, false),
    CONDITION(Action.CONDITION, false),
    REFUSE(Action.REFUSE, false),
    SUSPEND(Action.SUSPEND, true),
    RESUME(Action.RESUME, false),
    WITHDRAW(Action.WITHDRAW, false),
    OBJECT(Action.OBJECT, true),
    STAY(Action.STAY, true),
    REVERSE(Action.REVERSE, false),
    UPHOLD(Action.UPHOLD, false),
    /** Back to the manufacturer with a question: decides nothing, and needs no second person. */
    RETURN(null, false);

    private final @Nullable Action action;
    private final boolean actsAtOnce;

    ProposedAction(@Nullable Action action, boolean actsAtOnce) {
        this.action = action;
        this.actsAtOnce = actsAtOnce;
    }

    /** The decision that it becomes; empty for what decides nothing. */
    public Optional<Action> decision() {
        return Optional.ofNullable(action);
    }

    /** Danger does not wait for a second person: it acts when proposed, and lapses unless confirmed. */
    public boolean actsAtOnce() {
        return actsAtOnce;
    }
}
