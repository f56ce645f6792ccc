package org.sharedregistry.pages.authority;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.decision.Findings.NewFinding;
import org.sharedregistry.decision.Findings.Outcome;

/**
 * What an officer found, as typed. Public, as all that templates read.
 *
 * @param suspension {@code true} when it is proposed; a box that is not ticked sends nothing
 * @param key by which the form is taken once, however often it is sent
 */
public record FindingForm(
        @Nullable String goods,
        @Nullable String line,
        @Nullable String reason,
        @Nullable String outcome,
        @Nullable String suspension,
        @Nullable String key) {

    public boolean proposesSuspension() {
        return "true".equals(suspension);
    }

    public boolean isChosen(Outcome each) {
        return each.name().equals(outcome);
    }

    /** The names of the fields that are not as they should be. */
    Set<String> wrong() {
        Set<String> wrong = new LinkedHashSet<>();
        if (goods == null || goods.isBlank()) {
            wrong.add("goods");
        }
        if (line == null || line.isBlank() || line.length() > 500) {
            wrong.add("line");
        }
        if (reason == null || reason.isBlank() || reason.length() > 5_000) {
            wrong.add("reason");
        }
        if (chosen().isEmpty()) {
            wrong.add("outcome");
        }
        return wrong;
    }

    /** What is reported, once nothing is wrong. */
    NewFinding finding() {
        return new NewFinding(
                String.valueOf(goods).strip(),
                String.valueOf(line).strip(),
                String.valueOf(reason).strip(),
                chosen().orElseThrow(),
                proposesSuspension());
    }

    private Optional<Outcome> chosen() {
        return Arrays.stream(Outcome.values()).filter(this::isChosen).findFirst();
    }
}
