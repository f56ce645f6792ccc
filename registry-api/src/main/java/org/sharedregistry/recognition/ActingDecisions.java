package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sharedregistry.recognition.DecisionFact.Action;

/** The decisions on some goods that act on a day. */
final class ActingDecisions {

    private static final Set<Action> MERITS =
            EnumSet.of(Action.RECOGNIZE, Action.CONDITION, Action.REFUSE, Action.WITHDRAW);

    private final List<DecisionFact> all;
    private final List<DecisionFact> acting;

    ActingDecisions(List<DecisionFact> all, LocalDate day) {
        this.all = all;
        List<DecisionFact> begun =
                all.stream().filter(decision -> decision.period().contains(day)).toList();
        this.acting =
                begun.stream().filter(decision -> !isSetAside(decision, begun)).toList();
    }

    /** Whether a state recognises goods, by the last that it decided of that. */
    Optional<DecisionFact> onMerits(String state) {
        return latest(state, MERITS);
    }

    /** Whether a state decided on the merits before a day, even if that acts no more: it was not silent then. */
    boolean wereTakenBefore(LocalDate day, String state) {
        return all.stream()
                .anyMatch(decision -> decision.state().equals(state)
                        && MERITS.contains(decision.action())
                        && decision.since().isBefore(day));
    }

    private Optional<DecisionFact> latest(String state, Set<Action> actions) {
        return acting.stream()
                .filter(decision -> decision.state().equals(state) && actions.contains(decision.action()))
                .max(Comparator.comparingLong(DecisionFact::sequence));
    }

    /** A state's suspension or objection that nobody has ended. */
    Optional<DecisionFact> standing(String state, Action restriction) {
        return latest(state, EnumSet.of(restriction, Action.RESUME))
                .filter(decision -> decision.action() == restriction);
    }

    private static boolean isSetAside(DecisionFact decision, List<DecisionFact> begun) {
        return begun.stream()
                .filter(other -> decision.id().equals(other.target()))
                .max(Comparator.comparingLong(DecisionFact::sequence))
                .filter(last -> last.action() != Action.UPHOLD)
                .isPresent();
    }
}
