package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.goods.GoodsSubmitted;
import org.sharedregistry.recognition.DecisionFact.Action;
import org.sharedregistry.recognition.RegimeFact;
import org.sharedregistry.recognition.RegimeFact.Mode;
import org.sharedregistry.regime.Regimes;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What authorities have yet to decide on: the home authority always, another one where it decides for itself. */
@Repository
class AwaitedDecisions {

    private static final Set<Action> ON_THE_MERITS = EnumSet.of(Action.RECOGNIZE, Action.CONDITION, Action.REFUSE);

    private final JdbcClient jdbc;
    private final Regimes regimes;

    AwaitedDecisions(JdbcClient jdbc, Regimes regimes) {
        this.jdbc = jdbc;
        this.regimes = regimes;
    }

    @EventListener
    void onSubmission(GoodsSubmitted submission) {
        GoodsEntry entry = submission.entry();
        String[] states = regimes.newest(entry.regime()).orElseThrow().parties().stream()
                .filter(party -> party.state().equals(entry.state()) || party.mode() == Mode.BY_DECISION)
                .map(RegimeFact.Party::state)
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into awaited_decision (goods, state, regime, since)
                        select :goods, state, :regime, :since from unnest(:states) as state
                        """)
                .param("goods", entry.id())
                .param("regime", entry.regime())
                .param("since", entry.submittedOn())
                .param("states", states)
                .update();
    }

    void strikeOff(UUID entry, String state, Action action) {
        if (ON_THE_MERITS.contains(action)) {
            jdbc.sql("delete from awaited_decision where goods = :goods and state = :state")
                    .param("goods", entry)
                    .param("state", state)
                    .update();
        }
    }

    /** What a state has yet to decide on, the oldest first. */
    List<Awaited> of(String state) {
        return jdbc.sql(
                        "select goods, regime, since from awaited_decision where state = :state order by since, goods limit 1000")
                .param("state", state)
                .query((row, number) -> new Awaited(
                        row.getObject("goods", UUID.class),
                        row.getString("regime"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /** @param since the day of submission */
    record Awaited(UUID goods, String regime, LocalDate since) {}
}
