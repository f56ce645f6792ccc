package org.sharedregistry.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.decision.Appeals.Appeal;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Period;
import org.sharedregistry.recognition.RecognitionStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is proposed, and what becomes of it. Four eyes: who proposes is never who confirms. */
@Repository
public class Proposals {

    private static final String VIEW = """
            select p.*, r.recorded_at::date as proposed_on
            from proposal p join record r on r.sequence = p.proposed_sequence
            """;

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Appeals appeals;
    private final AwaitedDecisions awaited;
    private final Goods goods;

    Proposals(JdbcClient jdbc, Decisions decisions, Appeals appeals, AwaitedDecisions awaited, Goods goods) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.appeals = appeals;
        this.awaited = awaited;
        this.goods = goods;
    }

    /**
     * Records a proposal. One that cannot wait acts from its effective day and lapses after {@code provisionalDays}
     * unless a second person confirms it.
     *
     * @param state for which it is decided
     * @throws RegistryProblem ILLEGAL_STEP with the state of things and the steps that are open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalView propose(
            Caller caller, GoodsEntry entry, String state, NewProposal proposal, int provisionalDays) {
        Action action = proposal.action().decision().orElseThrow();
        Optional<Appeal> appeal = Optional.ofNullable(proposal.appeal()).map(id -> openAppeal(id, entry, state));
        requireOpen(entry, state, action, proposal.from(), decisions.apartFrom(null, entry.id()));
        long sequence = goods.touch(
                new RecordLog.Entry(
                        caller.account(),
                        "decision.proposed." + slug(action),
                        entry.id().toString(),
                        proposal.reason(),
                        proposal.act()),
                entry.id());
        UUID id = jdbc.sql("""
                        insert into proposal
                            (goods, state, action, effective, act, reason, appeal, proposed_by, proposed_sequence)
                        values (:goods, :state, :action, :effective, :act, :reason, :appeal, :by, :sequence)
                        returning id
                        """)
                .param("goods", entry.id())
                .param("state", state)
                .param("action", proposal.action().name())
                .param("effective", proposal.from())
                .param("act", proposal.act())
                .param("reason", proposal.reason())
                .param("appeal", proposal.appeal())
                .param("by", caller.account())
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
        ProposalView view = byId(id).orElseThrow();
        if (proposal.action().actsAtOnce()) {
            Period provisional = new Period(proposal.from(), proposal.from().plusDays(provisionalDays));
            decisions.add(view, action, appeal.map(Appeal::decision).orElse(null), sequence, provisional);
        }
        return view;
    }

    /** The second person agrees: the decision acts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalView confirm(Caller caller, GoodsEntry entry, ProposalView proposal) {
        requireSecondPerson(caller, proposal);
        Action action = proposal.action().decision().orElseThrow();
        requireOpen(
                entry, proposal.state(), action, proposal.effective(), decisions.apartFrom(proposal.id(), entry.id()));
        long sequence = settle(caller, proposal, ProposalView.Status.CONFIRMED, "");
        Optional<Appeal> appeal = Optional.ofNullable(proposal.appeal()).flatMap(appeals::byId);
        decisions.add(
                proposal,
                action,
                appeal.map(Appeal::decision).orElse(null),
                sequence,
                Period.since(proposal.effective()));
        awaited.strikeOff(entry.id(), proposal.state(), action);
        if (action == Action.REVERSE || action == Action.UPHOLD) {
            appeals.settle(appeal.orElseThrow(), sequence);
        }
        return byId(proposal.id()).orElseThrow();
    }

    /** The second person does not agree; what acted at once is taken back from today on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalView reject(Caller caller, ProposalView proposal, String reason, LocalDate today) {
        requireSecondPerson(caller, proposal);
        long sequence = settle(caller, proposal, ProposalView.Status.REJECTED, reason);
        if (proposal.action().actsAtOnce()) {
            boolean stay = proposal.action() == ProposedAction.STAY;
            UUID target = Optional.ofNullable(proposal.appeal())
                    .flatMap(appeals::byId)
                    .map(Appeal::decision)
                    .orElse(null);
            LocalDate end = today.isAfter(proposal.effective()) ? today : proposal.effective();
            decisions.add(proposal, stay ? Action.UPHOLD : Action.RESUME, target, sequence, Period.since(end));
        }
        return byId(proposal.id()).orElseThrow();
    }

    Optional<ProposalView> byId(UUID id) {
        return jdbc.sql(VIEW + "where p.id = :id")
                .param("id", id)
                .query(Proposals::proposal)
                .optional();
    }

    /** The proposals on an entry, in the order they were made. */
    public List<ProposalView> onGoods(UUID entry) {
        return jdbc.sql(VIEW + "where p.goods = :goods order by p.proposed_sequence")
                .param("goods", entry)
                .query(Proposals::proposal)
                .list();
    }

    /** The proposals of a state that wait for a second person, the oldest first. */
    public List<ProposalView> open(String state) {
        return jdbc.sql(VIEW + "where p.state = :state and p.status = 'OPEN' order by p.proposed_sequence limit 1000")
                .param("state", state)
                .query(Proposals::proposal)
                .list();
    }

    private Appeal openAppeal(UUID id, GoodsEntry entry, String state) {
        return appeals.byId(id)
                .filter(appeal -> appeal.goods().equals(entry.id()))
                .filter(appeal -> appeal.state().equals(state) && appeal.isOpen())
                .orElseThrow(() -> RegistryProblem.field("/appeal", "There is no such open appeal on this entry."));
    }

    private static void requireOpen(
            GoodsEntry entry, String state, Action action, LocalDate from, List<DecisionFact> decided) {
        if (action.isOnAppeal()) {
            return;
        }
        Set<Action> open = openSteps(entry, state, from, decided);
        if (!open.contains(action)) {
            RecognitionStatus atHome = RecognitionStatus.of(decided, entry.state(), from);
            RecognitionStatus shown =
                    atHome == RecognitionStatus.WITHDRAWN ? atHome : RecognitionStatus.of(decided, state, from);
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP,
                            "On " + from + " the entry is " + shown + " for " + state + "; open are " + open + ".")
                    .with("currentStatus", shown)
                    .with("openSteps", open);
        }
    }

    /** What a state can decide on an entry on a day, appeals aside. */
    static Set<Action> openSteps(GoodsEntry entry, String state, LocalDate day, List<DecisionFact> decided) {
        boolean withdrawn = RecognitionStatus.of(decided, entry.state(), day) == RecognitionStatus.WITHDRAWN;
        return withdrawn ? Set.of() : RecognitionStatus.of(decided, state, day).openSteps(state.equals(entry.state()));
    }

    private static void requireSecondPerson(Caller caller, ProposalView proposal) {
        if (proposal.status() != ProposalView.Status.OPEN) {
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP,
                            "The proposal is " + proposal.status() + " already, by " + proposal.settledBy() + ".")
                    .with("currentStatus", proposal.status())
                    .with("openSteps", List.of());
        }
        if (caller.account().equals(proposal.proposedBy())) {
            throw new RegistryProblem(
                    ProblemType.FORBIDDEN,
                    "Four eyes: a second person of the authority must settle what you proposed.");
        }
    }

    private long settle(Caller caller, ProposalView proposal, ProposalView.Status status, String reason) {
        Action action = proposal.action().decision().orElseThrow();
        String event = status == ProposalView.Status.CONFIRMED ? "decision.confirmed." : "decision.rejected.";
        long sequence = goods.touch(
                new RecordLog.Entry(
                        caller.account(),
                        event + slug(action),
                        proposal.goods().toString(),
                        reason.isEmpty() ? proposal.reason() : reason,
                        proposal.act()),
                proposal.goods());
        jdbc.sql("""
                        update proposal set status = :status, settled_by = :by, settled_sequence = :sequence,
                               settled_reason = nullif(:reason, '')
                        where id = :id
                        """)
                .param("status", status.name())
                .param("by", caller.account())
                .param("sequence", sequence)
                .param("reason", reason)
                .param("id", proposal.id())
                .update();
        return sequence;
    }

    private static String slug(Action action) {
        return action.name().toLowerCase(Locale.ROOT);
    }

    private static ProposalView proposal(ResultSet row, int number) throws SQLException {
        return new ProposalView(
                row.getObject("id", UUID.class),
                row.getObject("goods", UUID.class),
                row.getString("state"),
                ProposedAction.valueOf(row.getString("action")),
                row.getObject("effective", LocalDate.class),
                row.getString("act"),
                row.getString("reason"),
                row.getObject("appeal", UUID.class),
                row.getString("proposed_by"),
                row.getObject("proposed_on", LocalDate.class),
                ProposalView.Status.valueOf(row.getString("status")),
                row.getString("settled_by"),
                row.getString("settled_reason"));
    }
}
