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
import org.jspecify.annotations.Nullable;
import org.sharedregistry.recognition.DecisionFact;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What authorities decided. Rows are added and never changed. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param target the decision that an appeal was about */
    void add(ProposalView proposal, Action action, @Nullable UUID target, long sequence, Period period) {
        jdbc.sql("""
                        insert into decision
                            (proposal, goods, state, action, target, sequence, valid_from, valid_to, act, reason)
                        values (:proposal, :goods, :state, :action, :target, :sequence, :from, :to, :act, :reason)
                        """)
                .param("proposal", proposal.id())
                .param("goods", proposal.goods())
                .param("state", proposal.state())
                .param("action", action.name())
                .param("target", target)
                .param("sequence", sequence)
                .param("from", period.from())
                .param("to", period.to())
                .param("act", proposal.act())
                .param("reason", proposal.reason())
                .update();
    }

    /** The decisions on some entries as recorded up to a place in the order of records. */
    public Map<UUID, List<DecisionFact>> facts(Collection<UUID> goods, long known) {
        return jdbc
                .sql("select * from decision where goods = any (:ids) and sequence <= :known order by sequence")
                .param("ids", goods.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> Map.entry(row.getObject("goods", UUID.class), fact(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The decisions on an entry, without what a proposal that waits for confirmation does already. */
    List<DecisionFact> apartFrom(@Nullable UUID proposal, UUID goods) {
        return jdbc.sql(
                        "select * from decision where goods = :goods and proposal is distinct from :proposal order by sequence")
                .param("goods", goods)
                .param("proposal", proposal)
                .query((row, number) -> fact(row))
                .list();
    }

    Optional<Decided> byId(UUID id) {
        return jdbc.sql("select id, goods, state from decision where id = :id")
                .param("id", id)
                .query((row, number) -> new Decided(
                        row.getObject("id", UUID.class), row.getObject("goods", UUID.class), row.getString("state")))
                .optional();
    }

    private static DecisionFact fact(ResultSet row) throws SQLException {
        return new DecisionFact(
                row.getString("id"),
                row.getString("state"),
                Action.valueOf(row.getString("action")),
                row.getString("target"),
                new Period(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)),
                row.getString("act"),
                row.getString("reason"),
                row.getLong("sequence"));
    }

    /** A decision, by what it is about. */
    record Decided(UUID id, UUID goods, String state) {}
}
