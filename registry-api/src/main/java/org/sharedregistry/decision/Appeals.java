package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sharedregistry.access.Caller;
import org.sharedregistry.decision.Decisions.Decided;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What manufacturers bring forward against decisions. An appeal changes nothing until an authority settles it. */
@Repository
public class Appeals {

    private static final String VIEW = """
            select a.*, d.state, r.recorded_at::date as made_on
            from appeal a join decision d on d.id = a.decision join record r on r.sequence = a.sequence
            """;

    private static final RowMapper<Appeal> APPEAL = (row, number) -> new Appeal(
            row.getObject("id", UUID.class),
            row.getObject("decision", UUID.class),
            row.getObject("goods", UUID.class),
            row.getString("state"),
            row.getString("reason"),
            row.getObject("made_on", LocalDate.class),
            row.getObject("settled_sequence") == null);

    private final JdbcClient jdbc;
    private final Goods goods;

    Appeals(JdbcClient jdbc, Goods goods) {
        this.jdbc = jdbc;
        this.goods = goods;
    }

    /** Appeals against what a confirmed proposal decided; gives the appeal's id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID against(Caller caller, GoodsEntry entry, ProposalView proposal, String reason) {
        UUID decision = jdbc.sql("select id from decision where proposal = :proposal order by sequence desc limit 1")
                .param("proposal", proposal.id())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
        return make(caller, new Decided(decision, entry.id(), proposal.state()), reason)
                .id();
    }

    /** @throws RegistryProblem ILLEGAL_STEP when an appeal against this decision is open already */
    @Transactional(propagation = Propagation.MANDATORY)
    Appeal make(Caller caller, Decided decision, String reason) {
        boolean pending = jdbc.sql(
                        "select exists (select from appeal where decision = :decision and settled_sequence is null)")
                .param("decision", decision.id())
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (pending) {
            throw new RegistryProblem(ProblemType.ILLEGAL_STEP, "An appeal against this decision is open already.")
                    .with("currentStatus", "OPEN");
        }
        long sequence = goods.touch(
                new RecordLog.Entry(
                        caller.account(), "appeal.made", decision.goods().toString(), reason, null),
                decision.goods());
        UUID id = jdbc.sql("""
                        insert into appeal (decision, goods, reason, made_by, sequence)
                        values (:decision, :goods, :reason, :by, :sequence) returning id
                        """)
                .param("decision", decision.id())
                .param("goods", decision.goods())
                .param("reason", reason)
                .param("by", caller.account())
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
        return byId(id).orElseThrow();
    }

    /** Closes an appeal with the decision on it. */
    void settle(Appeal appeal, long sequence) {
        jdbc.sql("update appeal set settled_sequence = :sequence where id = :id")
                .param("sequence", sequence)
                .param("id", appeal.id)
                .update();
    }

    Optional<Appeal> byId(UUID id) {
        return jdbc.sql(VIEW + "where a.id = :id").param("id", id).query(APPEAL).optional();
    }

    /** The appeals on an entry, in the order they were made. */
    public List<Appeal> onGoods(UUID entry) {
        return jdbc.sql(VIEW + "where a.goods = :goods order by a.sequence")
                .param("goods", entry)
                .query(APPEAL)
                .list();
    }

    /** The open appeals against decisions of a state, the oldest first. */
    List<Appeal> open(String state) {
        return jdbc.sql(VIEW + "where d.state = :state and a.settled_sequence is null order by a.sequence limit 1000")
                .param("state", state)
                .query(APPEAL)
                .list();
    }

    /**
     * An appeal.
     *
     * @param decision it is against
     * @param state whose decision it is
     * @param madeOn in UTC
     */
    public record Appeal(
            UUID id, UUID decision, UUID goods, String state, String reason, LocalDate madeOn, boolean isOpen) {}
}
