package org.sharedregistry.pages.authority;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.decision.NewProposal;
import org.sharedregistry.decision.ProposedAction;

/**
 * A decision as an official types it. Public, as all that templates read.
 *
 * @param from the day from which it acts, as ISO 8601
 * @param act kind and number of the legal act, and {@code actDay} its day
 * @param appeal that the decision settles, where it is one on appeal
 * @param etag of the entry as it was shown; null for a selected list, where each entry has its own
 * @param key by which the form is taken once, however often it is sent
 */
public record DecisionForm(
        @Nullable String action,
        @Nullable String from,
        @Nullable String act,
        @Nullable String actDay,
        @Nullable String reason,
        @Nullable UUID appeal,
        @Nullable String etag,
        @Nullable String key) {

    static final int LONGEST_REASON = 5_000;
    private static final DateTimeFormatter IN_ACTS = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    static DecisionForm blank(LocalDate today, @Nullable String etag) {
        return new DecisionForm(
                null,
                today.toString(),
                null,
                today.toString(),
                null,
                null,
                etag,
                UUID.randomUUID().toString());
    }

    /** The same, for an entry that has become another: to be sent once more, as a new request. */
    DecisionForm seen(String newest) {
        return new DecisionForm(
                action,
                from,
                act,
                actDay,
                reason,
                appeal,
                newest,
                UUID.randomUUID().toString());
    }

    public boolean isChosen(ProposedAction each) {
        return each.name().equals(action);
    }

    /** The names of the fields that are not as they should be. */
    Set<String> wrong() {
        Set<String> wrong = new LinkedHashSet<>();
        if (chosen().isEmpty()) {
            wrong.add("action");
        }
        if (day(from).isEmpty()) {
            wrong.add("from");
        }
        if (act == null || act.isBlank()) {
            wrong.add("act");
        }
        if (day(actDay).isEmpty()) {
            wrong.add("actDay");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            wrong.add("reason");
        }
        return wrong;
    }

    /** What is proposed, once nothing is wrong. */
    NewProposal proposal() {
        ProposedAction chosen = chosen().orElseThrow();
        boolean onAppeal =
                chosen.decision().filter(action -> action.isOnAppeal()).isPresent();
        return new NewProposal(
                chosen,
                null,
                day(from).orElseThrow(),
                String.valueOf(act).strip() + ", " + IN_ACTS.format(day(actDay).orElseThrow()),
                String.valueOf(reason).strip(),
                onAppeal ? appeal : null);
    }

    private Optional<ProposedAction> chosen() {
        return Arrays.stream(ProposedAction.values())
                .filter(each -> each.decision().isPresent())
                .filter(this::isChosen)
                .findFirst();
    }

    static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .filter(text -> !text.isBlank())
                    .map(text -> LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
