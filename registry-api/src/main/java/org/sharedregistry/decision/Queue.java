package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.AwaitedDecisions.Awaited;
import org.sharedregistry.recognition.InquiryFact;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Service;

/** What waits for an authority: entries to decide on, proposals to confirm, appeals and findings to settle. */
@Service
public class Queue {

    private static final int MOST_ITEMS = 1_000;

    private final AwaitedDecisions awaited;
    private final Proposals proposals;
    private final Appeals appeals;
    private final Findings findings;
    private final Decisions decisions;
    private final Regimes regimes;

    Queue(
            AwaitedDecisions awaited,
            Proposals proposals,
            Appeals appeals,
            Findings findings,
            Decisions decisions,
            Regimes regimes) {
        this.awaited = awaited;
        this.proposals = proposals;
        this.appeals = appeals;
        this.findings = findings;
        this.decisions = decisions;
        this.regimes = regimes;
    }

    /** What waits for the caller's authority, the most urgent first. */
    public List<Item> of(Caller caller) {
        caller.require(Role.AUTHORITY);
        String state = caller.requiredState();
        return Stream.of(
                        decisions(state),
                        proposals.open(state).stream()
                                .map(each ->
                                        new Item(Kind.CONFIRMATION, each.id(), each.goods(), each.proposedOn(), null)),
                        appeals.open(state).stream()
                                .map(each -> new Item(Kind.APPEAL, each.id(), each.goods(), each.madeOn(), null)),
                        findings.open(state).stream()
                                .map(each -> new Item(Kind.FINDING, each.id(), each.goods(), each.foundOn(), null)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(
                                (Item item) -> Optional.ofNullable(item.due).orElse(item.since))
                        .thenComparing(Item::since)
                        .thenComparing(Item::id))
                .limit(MOST_ITEMS)
                .toList();
    }

    private Stream<Item> decisions(String state) {
        List<Awaited> waiting = awaited.of(state);
        Map<UUID, Decisions.Recorded> recorded =
                decisions.recorded(waiting.stream().map(Awaited::goods).toList(), Long.MAX_VALUE);
        return waiting.stream()
                .map(each -> new Item(
                        Kind.DECISION,
                        each.goods(),
                        each.goods(),
                        each.since(),
                        due(
                                each,
                                state,
                                Objects.requireNonNull(recorded.get(each.goods()))
                                        .inquiries())));
    }

    /** Null while the clock stands still. */
    private @Nullable LocalDate due(Awaited each, String state, List<InquiryFact> asked) {
        List<InquiryFact> own =
                asked.stream().filter(inquiry -> inquiry.state().equals(state)).toList();
        return regimes.newest(each.regime())
                .flatMap(regime -> regime.party(state))
                .map(RegimeFact.Party::decision)
                .map(deadline -> deadline.due(each.since(), own))
                .filter(due -> !due.equals(LocalDate.MAX))
                .orElse(null);
    }

    /** What is to be done. */
    public enum Kind {
        DECISION,
        CONFIRMATION,
        APPEAL,
        FINDING
    }

    /**
     * One thing that waits.
     *
     * @param id of the proposal, appeal or finding; of the entry for a decision
     * @param goods the entry it is about
     * @param due the day by which it must be decided; null where no clock runs
     */
    public record Item(
            Kind kind,
            UUID id,
            UUID goods,
            LocalDate since,
            @Nullable LocalDate due) {}
}
