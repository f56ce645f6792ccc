package org.sharedregistry.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.decision.Inquiries.Inquiry;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.regime.Regimes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps by which an authority decides, each on the state of the entry that the caller has seen. */
@Service
public class Deciding {

    private final Proposals proposals;
    private final Inquiries inquiries;
    private final Appeals appeals;
    private final Delegations delegations;
    private final Goods goods;
    private final Regimes regimes;
    private final Clock clock;

    Deciding(
            Proposals proposals,
            Inquiries inquiries,
            Appeals appeals,
            Delegations delegations,
            Goods goods,
            Regimes regimes,
            Clock clock) {
        this.proposals = proposals;
        this.inquiries = inquiries;
        this.appeals = appeals;
        this.delegations = delegations;
        this.goods = goods;
        this.regimes = regimes;
        this.clock = clock;
    }

    /**
     * Proposes a decision for a second person to confirm.
     *
     * @param seen the ETag of the entry when the caller saw it
     * @throws RegistryProblem PRECONDITION_FAILED when it has changed since, ILLEGAL_STEP when this is not open
     */
    @Transactional
    public ProposalView propose(Caller caller, String number, String seen, NewProposal proposal) {
        Step step = step(caller, number, seen, proposal.state());
        return proposals.propose(caller, step.entry, step.party.state(), proposal, step.regime.provisionalDays());
    }

    /**
     * Returns an entry to its manufacturer with a question.
     *
     * @param state that asks; the caller's own when null
     */
    @Transactional
    public Inquiry ask(Caller caller, String number, String seen, @Nullable String state, String question) {
        Step step = step(caller, number, seen, state);
        LocalDate replyBy = step.today.plusDays(step.party.decision().replyDays());
        return inquiries.ask(caller, step.entry, step.party.state(), question, step.today, replyBy);
    }

    /** Agrees, as the second person. */
    @Transactional
    public ProposalView confirm(Caller caller, UUID proposal, String seen) {
        return settle(caller, proposal, seen, (entry, found) -> proposals.confirm(caller, entry, found));
    }

    /** Does not agree, as the second person. */
    @Transactional
    public ProposalView reject(Caller caller, UUID proposal, String seen, String reason) {
        return settle(
                caller,
                proposal,
                seen,
                (entry, found) -> proposals.reject(caller, found, reason, today(regime(entry))));
    }

    /** What the caller's authority can propose on an entry today; nothing where its state is no party. */
    public List<ProposedAction> open(Caller caller, GoodsEntry entry, List<DecisionFact> decided) {
        RegimeFact regime = regime(entry);
        String state = caller.requiredState();
        if (caller.role() != Role.AUTHORITY || regime.party(state).isEmpty()) {
            return List.of();
        }
        boolean appealed = appeals.onGoods(entry.id()).stream()
                .anyMatch(appeal -> appeal.isOpen() && appeal.state().equals(state));
        Set<Action> steps = Proposals.openSteps(entry, state, today(regime), decided);
        List<ProposedAction> open = new ArrayList<>();
        Arrays.stream(ProposedAction.values())
                .filter(each -> each.decision()
                        .filter(action -> steps.contains(action) || (appealed && action.isOnAppeal()))
                        .isPresent())
                .forEach(open::add);
        return open;
    }

    private Step step(Caller caller, String number, String seen, @Nullable String asked) {
        caller.require(Role.AUTHORITY, Role.BODY);
        GoodsEntry entry = goods.lock(number)
                .filter(found -> !found.isDraft())
                .orElseThrow(() -> RegistryProblem.notFound("entry"));
        RegimeFact regime = regime(entry);
        LocalDate today = today(regime);
        String state = delegations.stateOf(caller, asked, today);
        RegimeFact.Party party = regime.party(state)
                .orElseThrow(() ->
                        new RegistryProblem(ProblemType.FORBIDDEN, state + " is no party to " + regime.regime() + "."));
        entry.requireUnchanged(seen);
        return new Step(entry, regime, party, today);
    }

    private ProposalView settle(
            Caller caller, UUID id, String seen, BiFunction<GoodsEntry, ProposalView, ProposalView> settlement) {
        caller.require(Role.AUTHORITY, Role.BODY);
        ProposalView proposal = proposals.byId(id).orElseThrow(() -> RegistryProblem.notFound("proposal"));
        GoodsEntry entry = goods.lock(proposal.goods().toString()).orElseThrow();
        if (!delegations.mayDecideFor(caller, proposal.state(), today(regime(entry)))) {
            throw RegistryProblem.notFound("proposal");
        }
        entry.requireUnchanged(seen);
        return settlement.apply(entry, proposals.byId(id).orElseThrow());
    }

    private RegimeFact regime(GoodsEntry entry) {
        return regimes.newest(entry.regime()).orElseThrow();
    }

    private LocalDate today(RegimeFact regime) {
        return LocalDate.now(clock.withZone(regime.zone()));
    }

    /** What a step is taken on: an entry, locked, and the party whose authority takes it. */
    private record Step(GoodsEntry entry, RegimeFact regime, RegimeFact.Party party, LocalDate today) {}
}
