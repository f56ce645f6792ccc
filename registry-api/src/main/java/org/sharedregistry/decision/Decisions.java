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
import org.sharedregistry.recognition.InquiryFact;
import org.sharedregistry.recognition.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What authorities decided. Rows are added and never changed. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Decisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    /** What was decided on and asked about some entries, as recorded up to a place in the order of records. */
    public Map<UUID, Recorded> recorded(Collection<UUID> entries, long known) {
        return jdbc
                .sql("""
                        select entry,
                            (select json_agg(json_build_object(
                                 'id', d.id, 'state', d.state, 'action', d.action, 'target', d.target,
                                 'from', d.valid_from, 'to', nullif(d.valid_to, 'infinity'),
                                 'act', d.act, 'reason', d.reason, 'sequence', d.sequence) order by d.sequence)
                             from decision d where d.goods = entry and d.sequence <= :known) as decisions,
                            (select json_agg(json_build_object(
                                 'state', i.state, 'from', i.asked_on,
                                 'to', case when i.replied_sequence <= :known then i.replied_on end) order by i.sequence)
                             from inquiry i where i.goods = entry and i.sequence <= :known) as inquiries
                        from unnest(:entries) as entry
                        """)
                .param("entries", entries.toArray(UUID[]::new))
                .param("known", known)
                .query((row, number) -> Map.entry(
                        row.getObject("entry", UUID.class),
                        new Recorded(
                                rows(row.getString("decisions"), DecisionRow[].class).stream()
                                        .map(DecisionRow::fact)
                                        .toList(),
                                rows(row.getString("inquiries"), InquiryRow[].class).stream()
                                        .map(InquiryRow::fact)
                                        .toList())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private <T> List<T> rows(@Nullable String rows, Class<T[]> type) {
        return rows == null ? List.of() : List.of(json.readValue(rows, type));
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

    /** What was decided on and asked about an entry. */
    public record Recorded(List<DecisionFact> decisions, List<InquiryFact> inquiries) {}

    private record DecisionRow(
            String id,
            String state,
            Action action,
            @Nullable String target,
            LocalDate from,
            @Nullable LocalDate to,
            String act,
            String reason,
            long sequence) {

        DecisionFact fact() {
            Period period = new Period(from, to == null ? LocalDate.MAX : to);
            return new DecisionFact(id, state, action, target, period, act, reason, sequence);
        }
    }

    private record InquiryRow(
            String state, LocalDate from, @Nullable LocalDate to) {

        InquiryFact fact() {
            return new InquiryFact(state, new Period(from, to == null ? LocalDate.MAX : to));
        }
    }

    /** A decision, by what it is about. */
    record Decided(UUID id, UUID goods, String state) {}
}
