package org.sharedregistry.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may act for whom. */
@Repository
public class Mandates {

    /** Days are those of Moscow and Minsk. */
    private static final String RUNS = " and revoked_at is null"
            + " and (now() at time zone 'Europe/Moscow')::date between valid_from and valid_to";

    private static final RowMapper<Mandate> MANDATE = (row, number) -> new Mandate(
            row.getObject("id", UUID.class),
            row.getObject("organisation", UUID.class),
            row.getString("state"),
            row.getString("representative"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getString("document"));

    private final JdbcClient jdbc;

    Mandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a mandate; one with this id that was given before stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean give(Caller caller, Mandate mandate) {
        return jdbc.sql("""
                        insert into mandate (id, organisation, state, representative, valid_from, valid_to, document,
                                             recorded_by)
                        values (:id, :organisation, :state, :representative, :from, :until, :document, :by)
                        on conflict (id) do nothing
                        """)
                        .param("id", mandate.id())
                        .param("organisation", mandate.organisation())
                        .param("state", mandate.state())
                        .param("representative", mandate.representative())
                        .param("from", mandate.from())
                        .param("until", mandate.until())
                        .param("document", mandate.document())
                        .param("by", caller.account())
                        .update()
                == 1;
    }

    /** @return whether the organisation had given this mandate and not revoked it yet */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean revoke(UUID organisation, UUID id) {
        return jdbc.sql("""
                        update mandate set revoked_at = now()
                        where id = :id and organisation = :organisation and revoked_at is null
                        """).param("id", id).param("organisation", organisation).update() == 1;
    }

    /** The mandates that a manufacturer has given and not revoked, the last to end first. */
    public List<Mandate> given(UUID organisation) {
        return jdbc.sql("""
                        select * from mandate where organisation = :organisation and revoked_at is null
                        order by valid_to desc, id
                        """).param("organisation", organisation).query(MANDATE).list();
    }

    /** The mandates under which an account may act now. */
    public List<Mandate> running(String account) {
        return jdbc.sql("select * from mandate where representative = :account" + RUNS + " order by valid_to, id")
                .param("account", account)
                .query(MANDATE)
                .list();
    }

    /** A mandate under which an account may act now. */
    Optional<Mandate> running(String account, UUID id) {
        return jdbc.sql("select * from mandate where representative = :account and id = :id" + RUNS)
                .param("account", account)
                .param("id", id)
                .query(MANDATE)
                .optional();
    }
}
