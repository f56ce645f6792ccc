package org.sharedregistry.decision;

import org.sharedregistry.recognition.DecisionFact.Action;

/** What an authority can propose. */
public enum ProposedAction {
    RECOGNIZE(Action.RECOGNIZE, false),
    CONDITION(Action.CONDITION, false),
    REFUSE(Action.REFUSE, false),
    SUSPEND(Action.SUSPEND, true),
    RESUME(Action.RESUME, false),
    WITHDRAW(Action.WITHDRAW, false),
    OBJECT(Action.OBJECT, true);

    private final Action action;
    private final boolean actsAtOnce;

    ProposedAction(Action action, boolean actsAtOnce) {
        this.action = action;
        this.actsAtOnce = actsAtOnce;
    }

    Action action() {
        return action;
    }

    /** Danger does not wait for a second person: it acts when proposed, and lapses unless confirmed. */
    boolean actsAtOnce() {
        return actsAtOnce;
    }
}
