package org.sharedregistry.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of every change of a fact.
 *
 * <p>One lock is held from here to the end of the transaction, so that the order of the records is the order in which
 * they become visible: an answer given as known at some time never changes afterwards.
 */
@Component
public class RecordLog {

    /** Any number will do, as long as nobody else takes it. */
    private static final long LOCK = 0x5EC0_4D10L;

    private final JdbcClient jdbc;

    RecordLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a record and gives its place; facts written in the same transaction carry its sequence. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recorded append(Entry entry) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .single();
        return jdbc.sql("""
                        with last as (select sequence, recorded_at from record order by sequence desc limit 1)
                        insert into record (sequence, recorded_at, actor, event, subject, reason, act)
                        select coalesce((select sequence from last), 0) + 1,
                               greatest(clock_timestamp(), (select recorded_at from last) + interval '1 microsecond'),
                               :actor, :event, :subject, :reason, :act
                        returning sequence, recorded_at
                        """)
                .param("actor", entry.actor())
                .param("event", entry.event())
                .param("subject", entry.subject())
                .param("reason", entry.reason())
                .param("act", entry.act())
                .query(RecordLog::recorded)
                .single();
    }

    /** The newest record. Read in one snapshot with the facts, it names what they were known at. */
    public Recorded newest() {
        return jdbc.sql("select sequence, recorded_at from record order by sequence desc limit 1")
                .query(RecordLog::recorded)
                .optional()
                .orElse(Recorded.NOTHING);
    }

    /** The newest record at a moment. */
    public Recorded newestAt(Instant moment) {
        return jdbc.sql("""
                        select sequence, recorded_at from record where recorded_at <= :moment
                        order by recorded_at desc limit 1
                        """)
                .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query(RecordLog::recorded)
                .optional()
                .orElse(Recorded.NOTHING);
    }

    /** All records about some subjects, in their order. */
    public List<Line> about(Collection<String> subjects) {
        return jdbc.sql("""
                        select sequence, recorded_at, actor, event, subject, reason, act from record
                        where subject = any (:subjects) order by sequence
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, number) -> new Line(
                        recorded(row, number),
                        new Entry(
                                row.getString("actor"),
                                row.getString("event"),
                                row.getString("subject"),
                                row.getString("reason"),
                                row.getString("act"))))
                .list();
    }

    private static Recorded recorded(ResultSet row, int number) throws SQLException {
        return new Recorded(
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /**
     * What happened.
     *
     * @param actor the account that did it
     * @param event such as {@code goods.entered}
     * @param subject the id of what it happened to
     */
    public record Entry(
            String actor,
            String event,
            String subject,
            @Nullable String reason,
            @Nullable String act) {

        public static Entry of(String actor, String event, Object subject) {
            return new Entry(actor, event, subject.toString(), null, null);
        }
    }

    /** A record as it was made. */
    public record Line(Recorded recorded, Entry entry) {}
}
