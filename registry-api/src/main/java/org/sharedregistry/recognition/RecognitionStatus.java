package org.sharedregistry.recognition;

import static org.sharedregistry.recognition.DecisionFact.Action.CONDITION;
import static org.sharedregistry.recognition.DecisionFact.Action.OBJECT;
import static org.sharedregistry.recognition.DecisionFact.Action.RECOGNIZE;
import static org.sharedregistry.recognition.DecisionFact.Action.REFUSE;
import static org.sharedregistry.recognition.DecisionFact.Action.RESUME;
import static org.sharedregistry.recognition.DecisionFact.Action.SUSPEND;
import static org.sharedregistry.recognition.DecisionFact.Action.WITHDRAW;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sharedregistry.recognition.DecisionFact.Action;

/** How far a state's authority has come with its decisions on goods. */
public enum RecognitionStatus {
    UNDECIDED,
    RECOGNIZED,
    CONDITIONAL,
    REFUSED,
    SUSPENDED,
    OBJECTED,
    /** For good: what was withdrawn comes back by an appeal or as a new entry. */
    WITHDRAWN;

    /** Where a state stands with some goods on a day. */
    public static RecognitionStatus of(List<DecisionFact> decisions, String state, LocalDate day) {
        ActingDecisions acting = new ActingDecisions(decisions, day);
        Optional<Action> merits = acting.onMerits(state).map(DecisionFact::action);
        if (merits.filter(WITHDRAW::equals).isPresent()) {
            return WITHDRAWN;
        }
        if (acting.standing(state, SUSPEND).isPresent()) {
            return SUSPENDED;
        }
        if (acting.standing(state, OBJECT).isPresent()) {
            return OBJECTED;
        }
        return merits.map(RecognitionStatus::of).orElse(UNDECIDED);
    }

    private static RecognitionStatus of(Action merits) {
        return switch (merits) {
            case RECOGNIZE -> RECOGNIZED;
            case CONDITION -> CONDITIONAL;
            case REFUSE -> REFUSED;
            default -> throw new IllegalStateException("Not a decision on the merits: " + merits);
        };
    }

    /**
     * What the authority can decide next.
     *
     * @param home whether the goods are made there; nobody objects to what it decides itself
     */
    public Set<Action> openSteps(boolean home) {
        EnumSet<Action> open = switch (this) {
            case UNDECIDED -> EnumSet.of(RECOGNIZE, CONDITION, REFUSE, OBJECT);
            case RECOGNIZED -> EnumSet.of(CONDITION, SUSPEND, WITHDRAW, OBJECT);
            case CONDITIONAL -> EnumSet.of(RECOGNIZE, CONDITION, SUSPEND, WITHDRAW, OBJECT);
            case REFUSED -> EnumSet.of(RECOGNIZE, CONDITION);
            case SUSPENDED -> EnumSet.of(RESUME, WITHDRAW);
            case OBJECTED -> EnumSet.of(RESUME, REFUSE);
            case WITHDRAWN -> EnumSet.noneOf(Action.class);
        };
        if (home) {
            open.remove(OBJECT);
        }
        return open;
    }
}
