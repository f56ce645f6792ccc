package org.sharedregistry.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sharedregistry.recognition.DecisionFact.Action;

/** The decisions on some goods that act on a day. */
final class ActingDecisions {

    private final List<DecisionFact> acting;

    ActingDecisions(List<DecisionFact> all, LocalDate day) {
        List<DecisionFact> begun =
                all.stream().filter(decision -> decision.period().contains(day)).toList();
        this.acting =
                begun.stream().filter(decision -> !isSetAside(decision, begun)).toList();
    }

    /** Of a state's decisions of some kinds, the one recorded last. */
    Optional<DecisionFact> latest(String state, Action... actions) {
        return acting.stream()
                .filter(decision -> decision.state().equals(state))
                .filter(decision -> List.of(actions).contains(decision.action()))
                .max(Comparator.comparingLong(DecisionFact::sequence));
    }

    /** A state's suspension or objection that nobody has ended. */
    Optional<DecisionFact> standing(String state, Action restriction) {
        return latest(state, restriction, Action.RESUME).filter(decision -> decision.action() == restriction);
    }

    private static boolean isSetAside(DecisionFact decision, List<DecisionFact> begun) {
        return begun.stream()
                .filter(other -> decision.id().equals(other.target()))
                .max(Comparator.comparingLong(DecisionFact::sequence))
                .filter(last -> last.action() != Action.UPHOLD)
                .isPresent();
    }
}
