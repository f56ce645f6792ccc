package org.sharedregistry.attestation;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.Scope;
import org.sharedregistry.recognition.StatusEvent;

/**
 * A decision on an attestation that is to be recorded.
 *
 * @param until the new last day for an extension, the last day of a suspension; else null
 * @param scope for a partial suspension, what it is about
 * @param act the legal act; a court's is needed to restore
 */
public record NewEvent(
        StatusEvent.Type type,
        LocalDate effective,
        @Nullable LocalDate until,
        @Nullable Scope scope,
        String reason,
        @Nullable String act) {

    public NewEvent {
        if (type == null || effective == null || reason == null || reason.isBlank()) {
            throw RegistryProblem.field("/reason", "A decision has a type, an effective day and a reason.");
        }
        if (type == StatusEvent.Type.EXTEND && until == null) {
            throw RegistryProblem.field("/until", "An extension names the new last day.");
        }
        if (type == StatusEvent.Type.PARTLY_SUSPEND
                && Optional.ofNullable(scope).orElse(Scope.NOTHING).coversNothing()) {
            throw RegistryProblem.field(
                    "/scope",
                    "A partial suspension says what it is about: products, models, sites, batches or regulations.");
        }
        if (type == StatusEvent.Type.RESTORE && (act == null || act.isBlank())) {
            throw RegistryProblem.field("/act", "What was annulled comes back by the act of a court; name it.");
        }
        if (until != null && until.isBefore(effective)) {
            throw RegistryProblem.field("/until", "It cannot end before it begins, on " + effective + ".");
        }
    }
}
