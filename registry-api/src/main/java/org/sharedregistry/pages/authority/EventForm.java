package org.sharedregistry.pages.authority;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.attestation.NewEvent;
import org.sharedregistry.recognition.Scope;
import org.sharedregistry.recognition.StatusEvent;

/**
 * A decision on an attestation as a person types it. Public, as all that templates read.
 *
 * @param effective the first day on which it acts, as ISO 8601, and {@code until} the last one
 * @param models that a partial suspension is about, one on each line
 * @param etag of the attestation as it was shown
 * @param key by which the form is taken once, however often it is sent
 */
public record EventForm(
        @Nullable String type,
        @Nullable String effective,
        @Nullable String until,
        @Nullable String models,
        @Nullable String reason,
        @Nullable String act,
        @Nullable String etag,
        @Nullable String key) {

    static EventForm blank(LocalDate today, String etag) {
        return new EventForm(
                null,
                today.toString(),
                null,
                null,
                null,
                null,
                etag,
                UUID.randomUUID().toString());
    }

    /** The same, for an attestation that has become another: to be sent once more, as a new request. */
    EventForm seen(String newest) {
        return new EventForm(
                type,
                effective,
                until,
                models,
                reason,
                act,
                newest,
                UUID.randomUUID().toString());
    }

    public boolean isChosen(StatusEvent.Type each) {
        return each.name().equals(type);
    }

    /** The names of the fields that are not as they should be, as far as one can be told without the others. */
    Set<String> wrong() {
        Set<String> wrong = new LinkedHashSet<>();
        if (chosen().isEmpty()) {
            wrong.add("type");
        }
        if (DecisionForm.day(effective).isEmpty()) {
            wrong.add("effective");
        }
        if (until != null && !until.isBlank() && DecisionForm.day(until).isEmpty()) {
            wrong.add("until");
        }
        if (reason == null || reason.isBlank() || reason.length() > DecisionForm.LONGEST_REASON) {
            wrong.add("reason");
        }
        return wrong;
    }

    /** @throws org.sharedregistry.problem.RegistryProblem INVALID_FIELD for fields that do not go together */
    NewEvent event() {
        return new NewEvent(
                chosen().orElseThrow(),
                DecisionForm.day(effective).orElseThrow(),
                DecisionForm.day(until).orElse(null),
                chosen().filter(StatusEvent.Type.PARTLY_SUSPEND::equals).isPresent() ? scope() : null,
                String.valueOf(reason).strip(),
                act == null || act.isBlank() ? null : act.strip());
    }

    private Scope scope() {
        return Scope.ofModels(Optional.ofNullable(models)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet()));
    }

    private Optional<StatusEvent.Type> chosen() {
        return Arrays.stream(StatusEvent.Type.values()).filter(this::isChosen).findFirst();
    }
}
