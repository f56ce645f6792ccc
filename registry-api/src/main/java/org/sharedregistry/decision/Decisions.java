package org.sharedregistry.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What authorities propose and decide. Four eyes: who proposes is never who confirms. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;
    private final Goods goods;

    Decisions(JdbcClient jdbc, Goods goods) {
        this.jdbc = jdbc;
        this.goods = goods;
    }

    /**
     * Records a proposal. One that cannot wait acts from its effective day and lapses after {@code provisionalDays}
     * unless a second person confirms it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalView propose(Caller caller, GoodsEntry entry, NewProposal proposal, int provisionalDays) {
        long sequence = goods.touch(record(caller, "decision.proposed", entry.id(), proposal), entry.id());
        UUID id = jdbc.sql("""
                        insert into proposal
                            (goods, state, action, effective, act, reason, proposed_by, proposed_sequence)
                        values (:goods, :state, :action, :effective, :act, :reason, :by, :sequence)
                        returning id
                        """)
                .param("goods", entry.id())
                .param("state", caller.requiredState())
                .param("action", proposal.action().name())
                .param("effective", proposal.from())
                .param("act", proposal.act())
                .param("reason", proposal.reason())
                .param("by", caller.account())
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
        ProposalView view = byId(id).orElseThrow();
        if (proposal.action().actsAtOnce()) {
            addDecision(view, sequence, proposal.from().plusDays(provisionalDays));
        }
        return view;
    }

    /** The second person agrees: the decision acts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalView confirm(Caller caller, ProposalView proposal) {
        requireSecondPerson(caller, proposal);
        long sequence = settle(caller, proposal, ProposalView.Status.CONFIRMED, "");
        addDecision(proposal, sequence, LocalDate.MAX);
        return byId(proposal.id()).orElseThrow();
    }

    /** The second person does not agree; what acted at once is taken back from today on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProposalView reject(Caller caller, ProposalView proposal, String reason, LocalDate today) {
        requireSecondPerson(caller, proposal);
        long sequence = settle(caller, proposal, ProposalView.Status.REJECTED, reason);
        if (proposal.action().actsAtOnce()) {
            insertDecision(
                    proposal,
                    DecisionFact.Action.RESUME,
                    sequence,
                    new Period(latest(today, proposal.effective()), LocalDate.MAX));
        }
        return byId(proposal.id()).orElseThrow();
    }

    /** The proposal, its row locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProposalView> lock(UUID id) {
        return jdbc.sql("select * from proposal where id = :id for update")
                .param("id", id)
                .query(Decisions::proposal)
                .optional();
    }

    public Optional<ProposalView> byId(UUID id) {
        return jdbc.sql("select * from proposal where id = :id")
                .param("id", id)
                .query(Decisions::proposal)
                .optional();
    }

    /** The proposals on an entry, in the order they were made. */
    public List<ProposalView> onGoods(UUID goodsId) {
        return jdbc.sql("select * from proposal where goods = :goods order by proposed_sequence")
                .param("goods", goodsId)
                .query(Decisions::proposal)
                .list();
    }

    /** The decisions on some entries as recorded up to a place in the order of records. */
    public Map<UUID, List<DecisionFact>> facts(Collection<UUID> goodsIds, long known) {
        return jdbc
                .sql("select * from decision where goods = any (:ids) and sequence <= :known order by sequence")
                .param("ids", goodsIds.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("goods", UUID.class), fact(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static void requireSecondPerson(Caller caller, ProposalView proposal) {
        if (proposal.status() != ProposalView.Status.OPEN) {
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP,
                            "The proposal is " + proposal.status() + " already, by " + proposal.settledBy() + ".")
                    .with("status", proposal.status());
        }
        if (caller.account().equals(proposal.proposedBy())) {
            throw new RegistryProblem(
                    ProblemType.FORBIDDEN,
                    "Four eyes: a second person of the authority must settle what you proposed.");
        }
    }

    private long settle(Caller caller, ProposalView proposal, ProposalView.Status status, String reason) {
        String event = status == ProposalView.Status.CONFIRMED ? "decision.confirmed" : "decision.rejected";
        long sequence = goods.touch(
                new RecordLog.Entry(
                        caller.account(),
                        event,
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

    private void addDecision(ProposalView proposal, long sequence, LocalDate end) {
        insertDecision(proposal, proposal.action().action(), sequence, new Period(proposal.effective(), end));
    }

    private void insertDecision(ProposalView proposal, DecisionFact.Action action, long sequence, Period period) {
        jdbc.sql("""
                        insert into decision (proposal, goods, state, action, sequence, valid_from, valid_to, act, reason)
                        values (:proposal, :goods, :state, :action, :sequence, :from, :to, :act, :reason)
                        """)
                .param("proposal", proposal.id())
                .param("goods", proposal.goods())
                .param("state", proposal.state())
                .param("action", action.name())
                .param("sequence", sequence)
                .param("from", period.from())
                .param("to", period.to())
                .param("act", proposal.act())
                .param("reason", proposal.reason())
                .update();
    }

    private static RecordLog.Entry record(Caller caller, String event, UUID subject, NewProposal proposal) {
        return new RecordLog.Entry(caller.account(), event, subject.toString(), proposal.reason(), proposal.act());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
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
                row.getString("proposed_by"),
                ProposalView.Status.valueOf(row.getString("status")),
                row.getString("settled_by"),
                row.getString("settled_reason"));
    }

    private static DecisionFact fact(ResultSet row) throws SQLException {
        return new DecisionFact(
                row.getObject("id", UUID.class).toString(),
                row.getString("state"),
                DecisionFact.Action.valueOf(row.getString("action")),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("act"),
                row.getString("reason"),
                row.getLong("sequence"));
    }

    /**
     * What an authority proposes for its own state.
     *
     * @param from the day from which it acts
     */
    public record NewProposal(ProposedAction action, LocalDate from, String act, String reason) {

        public NewProposal {
            if (action == null) {
                throw RegistryProblem.field(
                        "/action", "Say what is proposed: " + List.of(ProposedAction.values()) + ".");
            }
            if (from == null) {
                throw RegistryProblem.field("/from", "Say from which day it is to act.");
            }
            if (act == null || act.isBlank() || reason == null || reason.isBlank()) {
                throw RegistryProblem.field("/reason", "A decision names its act and its reason.");
            }
        }
    }
}
