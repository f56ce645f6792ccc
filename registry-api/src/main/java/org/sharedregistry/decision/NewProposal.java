package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;

/**
 * What an authority proposes.
 *
 * @param state for which it is decided; the caller's own when left out
 * @param from the day from which it acts
 * @param act the legal act it rests on; a question needs none
 * @param reason in words; for RETURN the question to the manufacturer
 * @param appeal that is settled by STAY, REVERSE or UPHOLD
 */
public record NewProposal(
        ProposedAction action,
        @Nullable String state,
        LocalDate from,
        @Nullable String act,
        String reason,
        @Nullable UUID appeal) {

    public NewProposal {
        if (action == null) {
            throw RegistryProblem.field("/action", "Say what is proposed: " + List.of(ProposedAction.values()) + ".");
        }
        if (from == null) {
            throw RegistryProblem.field("/from", "Say from which day it is to act.");
        }
        if (reason == null || reason.isBlank()) {
            throw RegistryProblem.field("/reason", "A decision names its reason.");
        }
        boolean decides = action.decision().isPresent();
        if (decides && (act == null || act.isBlank())) {
            throw RegistryProblem.field("/act", "A decision names the act it rests on.");
        }
        boolean onAppeal =
                action.decision().filter(decision -> decision.isOnAppeal()).isPresent();
        if (onAppeal != (appeal != null)) {
            throw RegistryProblem.field(
                    "/appeal", "STAY, REVERSE and UPHOLD name the appeal they settle, and nothing else does.");
        }
    }

    /** A decision of the caller's own state. */
    public static NewProposal of(ProposedAction action, LocalDate from, String act, String reason) {
        return new NewProposal(action, null, from, act, reason, null);
    }
}
