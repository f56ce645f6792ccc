package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.regime.Regimes;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What customs officers found on goods, for the authority of the goods' own state to settle. */
@Repository
public class Findings {

    private static final String VIEW = """
            select f.*, r.recorded_at::date as found_on from finding f join record r on r.sequence = f.sequence
            """;

    private static final RowMapper<Finding> FINDING = (row, number) -> new Finding(
            row.getObject("id", UUID.class),
            row.getObject("goods", UUID.class),
            row.getString("number"),
            row.getString("home"),
            row.getString("state"),
            row.getString("line"),
            row.getString("reason"),
            Outcome.valueOf(row.getString("outcome")),
            row.getBoolean("suspension_proposed"),
            row.getObject("found_on", LocalDate.class),
            row.getString("settlement"));

    private final JdbcClient jdbc;
    private final Goods goods;
    private final Regimes regimes;

    Findings(JdbcClient jdbc, Goods goods, Regimes regimes) {
        this.jdbc = jdbc;
        this.goods = goods;
        this.regimes = regimes;
    }

    /** Records what an officer of a party found on goods that everybody knows. */
    @Transactional
    public Finding report(Caller caller, NewFinding found) {
        caller.require(Role.OFFICER);
        GoodsEntry entry = goods.lock(found.goods)
                .filter(each -> !each.isDraft())
                .orElseThrow(() -> RegistryProblem.field("/goods", "There is no entry " + found.goods + "."));
        if (regimes.newest(entry.regime())
                .flatMap(regime -> regime.party(caller.requiredState()))
                .isEmpty()) {
            throw new RegistryProblem(ProblemType.FORBIDDEN, "Your state is no party to " + entry.regime() + ".");
        }
        return add(caller, entry, found);
    }

    /**
     * Settles a finding on goods of the caller's state.
     *
     * @param settlement what was done about it
     */
    @Transactional
    public Finding settle(Caller caller, UUID id, String settlement) {
        caller.require(Role.AUTHORITY);
        check(settlement);
        Finding finding = lock(id).filter(found -> found.home.equals(caller.requiredState()))
                .orElseThrow(() -> RegistryProblem.notFound("finding"));
        return settle(caller, finding, settlement);
    }

    static void check(String settlement) {
        if (settlement == null || settlement.isBlank() || settlement.length() > 5_000) {
            throw RegistryProblem.field("/text", "Say what was done about it, in 1 to 5000 characters.");
        }
    }

    /** Records what an officer found. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Finding add(Caller caller, GoodsEntry entry, NewFinding found) {
        long sequence = goods.touch(
                new RecordLog.Entry(
                        caller.account(),
                        "finding." + found.outcome.name().toLowerCase(Locale.ROOT),
                        entry.id().toString(),
                        found.reason,
                        null),
                entry.id());
        UUID id = jdbc.sql("""
                        insert into finding
                            (goods, number, home, state, line, reason, outcome, suspension_proposed, found_by, sequence)
                        values (:goods, :number, :home, :state, :line, :reason, :outcome, :suspension, :by, :sequence)
                        returning id
                        """)
                .param("goods", entry.id())
                .param("number", entry.address())
                .param("home", entry.state())
                .param("state", caller.requiredState())
                .param("line", found.line)
                .param("reason", found.reason)
                .param("outcome", found.outcome.name())
                .param("suspension", found.proposeSuspension)
                .param("by", caller.account())
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
        return byId(id).orElseThrow();
    }

    /** @throws RegistryProblem ILLEGAL_STEP when it was settled before */
    @Transactional(propagation = Propagation.MANDATORY)
    public Finding settle(Caller caller, Finding finding, String settlement) {
        if (finding.settlement != null) {
            throw new RegistryProblem(ProblemType.ILLEGAL_STEP, "The finding was settled: " + finding.settlement)
                    .with("currentStatus", "SETTLED");
        }
        long sequence = goods.touch(
                new RecordLog.Entry(caller.account(), "finding.settled", finding.goods.toString(), settlement, null),
                finding.goods);
        jdbc.sql("""
                        update finding set settlement = :settlement, settled_by = :by, settled_sequence = :sequence
                        where id = :id
                        """)
                .param("settlement", settlement)
                .param("by", caller.account())
                .param("sequence", sequence)
                .param("id", finding.id)
                .update();
        return byId(finding.id).orElseThrow();
    }

    /** The finding, its row locked until the transaction ends. */
    private Optional<Finding> lock(UUID id) {
        return jdbc.sql("select id from finding where id = :id for update")
                .param("id", id)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(this::byId);
    }

    private Optional<Finding> byId(UUID id) {
        return jdbc.sql(VIEW + "where f.id = :id")
                .param("id", id)
                .query(FINDING)
                .optional();
    }

    /** The findings that a state made or that are about its goods, the newest first. */
    public List<Finding> visibleTo(String state) {
        return jdbc.sql(VIEW + "where :state in (f.state, f.home) order by f.sequence desc limit 200")
                .param("state", state)
                .query(FINDING)
                .list();
    }

    /** What a state has yet to settle, the oldest first. */
    List<Finding> open(String home) {
        return jdbc.sql(VIEW + "where f.home = :home and f.settlement is null order by f.sequence limit 1000")
                .param("home", home)
                .query(FINDING)
                .list();
    }

    /** What was found on an entry, in the order it was. */
    public List<Finding> onGoods(UUID entry) {
        return jdbc.sql(VIEW + "where f.goods = :goods order by f.sequence")
                .param("goods", entry)
                .query(FINDING)
                .list();
    }

    /** What was found on the goods that a manufacturer entered under a regime, the newest first. */
    public List<Finding> onGoodsOf(UUID manufacturer, String regime) {
        return jdbc.sql(VIEW + """
                        join goods g on g.id = f.goods
                        where g.manufacturer = :manufacturer and g.regime = :regime order by f.sequence desc limit 100
                        """)
                .param("manufacturer", manufacturer)
                .param("regime", regime)
                .query(FINDING)
                .list();
    }

    /** What became of the goods that an officer checked. */
    public enum Outcome {
        RELEASED,
        STOPPED,
        SAMPLED
    }

    /**
     * What an officer found.
     *
     * @param number of the goods entry
     * @param home the state whose goods they are
     * @param state whose officer it was
     * @param line of the customs declaration or waybill, as the officer names it
     * @param foundOn in UTC
     * @param settlement what the home authority answered; null while it has not
     */
    public record Finding(
            UUID id,
            UUID goods,
            String number,
            String home,
            String state,
            String line,
            String reason,
            Outcome outcome,
            boolean proposesSuspension,
            LocalDate foundOn,
            @Nullable String settlement) {}

    /** What an officer reports. */
    public record NewFinding(String goods, String line, String reason, Outcome outcome, boolean proposeSuspension) {

        public NewFinding {
            if (goods == null || goods.isBlank()) {
                throw RegistryProblem.field("/goods", "Name the goods by their registry number.");
            }
            if (line == null || line.isBlank() || line.length() > 500) {
                throw RegistryProblem.field(
                        "/line", "Name the line of the declaration or waybill, in 1 to 500 characters.");
            }
            if (reason == null || reason.isBlank() || reason.length() > 5_000) {
                throw RegistryProblem.field("/reason", "Say what was found, in 1 to 5000 characters.");
            }
            if (outcome == null) {
                throw RegistryProblem.field(
                        "/outcome", "Say what became of the goods: " + List.of(Outcome.values()) + ".");
            }
        }
    }
}
