package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who may decide for a state besides its own authority, and on which days. */
@Repository
class Delegations {

    private final JdbcClient jdbc;
    private final RecordLog log;

    Delegations(JdbcClient jdbc, RecordLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** @throws RegistryProblem INVALID_FIELD when there is no such account */
    @Transactional
    public Delegation add(Caller caller, NewDelegation delegation) {
        long sequence = log.append(
                        new RecordLog.Entry(caller.account(), "delegation.made", delegation.to, null, delegation.act))
                .sequence();
        try {
            jdbc.sql("""
                            insert into delegation (state, delegate, sequence, valid_from, valid_to, act)
                            values (:state, :delegate, :sequence, :from, :to, :act)
                            """)
                    .param("state", caller.requiredState())
                    .param("delegate", delegation.to)
                    .param("sequence", sequence)
                    .param("from", delegation.from)
                    .param("to", delegation.until.plusDays(1))
                    .param("act", delegation.act)
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw RegistryProblem.field("/to", "There is no account of this name.");
        }
        return of(caller.requiredState()).get(0);
    }

    /** The delegations of a state, the newest first. */
    List<Delegation> of(String state) {
        return jdbc.sql("select * from delegation where state = :state order by sequence desc")
                .param("state", state)
                .query((row, number) -> new Delegation(
                        row.getObject("id", UUID.class),
                        row.getString("state"),
                        row.getString("delegate"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class).minusDays(1),
                        row.getString("act")))
                .list();
    }

    /**
     * The state for which somebody decides today: its own, or one that has delegated it.
     *
     * @param asked null when nothing is said
     * @throws RegistryProblem FORBIDDEN when it is neither
     */
    String stateOf(Caller caller, @Nullable String asked, LocalDate today) {
        String state = asked == null ? caller.requiredState() : asked;
        if (mayDecideFor(caller, state, today)) {
            return state;
        }
        throw new RegistryProblem(
                ProblemType.FORBIDDEN,
                "An authority decides for its own state, others where and while they are delegated.");
    }

    boolean mayDecideFor(Caller caller, String state, LocalDate today) {
        return (caller.role() == Role.AUTHORITY && state.equals(caller.state())) || isDelegate(caller, state, today);
    }

    private boolean isDelegate(Caller caller, String state, LocalDate today) {
        return jdbc.sql("""
                        select exists (select from delegation where state = :state and delegate = :delegate
                                       and :today >= valid_from and :today < valid_to)
                        """)
                .param("state", state)
                .param("delegate", caller.account())
                .param("today", today)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** @param until the last day */
    record Delegation(UUID id, String state, String to, LocalDate from, LocalDate until, String act) {}

    /**
     * @param to the account
     * @param until the last day
     */
    record NewDelegation(String to, LocalDate from, LocalDate until, String act) {

        NewDelegation {
            if (to == null || to.isBlank()) {
                throw RegistryProblem.field("/to", "Name the account that is to decide.");
            }
            if (from == null || until == null || until.isBefore(from)) {
                throw RegistryProblem.field("/until", "A delegation has a first and a last day.");
            }
            if (act == null || act.isBlank()) {
                throw RegistryProblem.field("/act", "A delegation names its act.");
            }
        }
    }
}
