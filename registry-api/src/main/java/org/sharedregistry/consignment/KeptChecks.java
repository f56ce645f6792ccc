package org.sharedregistry.consignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of checks and of their answered lines. */
@Repository
class KeptChecks {

    /** A check that has not ended by then never will. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(30);

    private static final String ROWS = """
            select content from consignment_row
            where check_id = :id and (needs_a_look or not :lookedAt) order by line
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    KeptChecks(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void begin(String id, Caller caller, Duration keep, Check.Terms terms, int lines) {
        jdbc.sql("""
                insert into consignment_check (id, account, kept_until, terms, lines)
                values (:id, :account, now() + cast(:keep as interval), cast(:terms as jsonb), :lines)
                """)
                .param("id", id)
                .param("account", caller.account())
                .param("keep", keep.toString())
                .param("terms", json.writeValueAsString(terms))
                .param("lines", lines)
                .update();
    }

    /** @param summary null when it broke off */
    void end(String id, @Nullable Summary summary) {
        jdbc.sql("update consignment_check set ended_at = now(), summary = cast(:summary as jsonb) where id = :id")
                .param("id", id)
                .param("summary", summary == null ? null : json.writeValueAsString(summary))
                .update();
    }

    /** Keeps answered lines, some at a time. */
    AnswerWriter writer(String id) {
        return new AnswerWriter() {

            private final List<Object[]> waiting = new ArrayList<>();

            @Override
            public void item(Item item) {
                Row row = Row.of(item);
                waiting.add(new Object[] {id, row.line(), row.needsALook(), json.writeValueAsString(row)});
            }

            @Override
            public void flush() {
                batches.batchUpdate(
                        "insert into consignment_row (check_id, line, needs_a_look, content) values (?, ?, ?, cast(? as jsonb))",
                        waiting);
                waiting.clear();
            }

            @Override
            public void end(Summary summary) {
                flush();
            }

            @Override
            public void breakOff(ProblemDetail problem) {
                KeptChecks.this.end(id, null);
            }
        };
    }

    Optional<Check> find(String id) {
        return jdbc.sql("""
                        select c.*, now() - begun_at > cast(:longest as interval) as too_long, r.answered, r.need_a_look
                        from consignment_check c, lateral (
                            select count(*) as answered, count(*) filter (where needs_a_look) as need_a_look
                            from consignment_row where check_id = c.id) r
                        where id = :id and kept_until > now()
                        """)
                .param("id", id)
                .param("longest", LONGEST_WORK.toString())
                .query((row, number) -> check(row))
                .optional();
    }

    List<Row> rows(String id, boolean lookedAt, int limit, long offset) {
        return jdbc.sql(ROWS + " limit :limit offset :offset")
                .param("id", id)
                .param("lookedAt", lookedAt)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    /** To be closed. */
    Stream<Row> all(String id, boolean lookedAt) {
        return jdbc.sql(ROWS).param("id", id).param("lookedAt", lookedAt).query((row, number) -> row(row)).stream();
    }

    void forgetOld() {
        jdbc.sql("delete from consignment_check where kept_until < now()").update();
    }

    private Check check(ResultSet row) throws SQLException {
        String summary = row.getString("summary");
        return new Check(
                row.getString("id"),
                row.getString("account"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("terms"), Check.Terms.class),
                row.getInt("lines"),
                row.getInt("answered"),
                row.getInt("need_a_look"),
                state(row, summary),
                summary == null ? null : json.readValue(summary, Summary.class));
    }

    private static Check.State state(ResultSet row, @Nullable String summary) throws SQLException {
        if (summary != null) {
            return Check.State.DONE;
        }
        boolean over = row.getObject("ended_at") != null || row.getBoolean("too_long");
        return over ? Check.State.BROKEN_OFF : Check.State.GOING_ON;
    }

    private Row row(ResultSet row) throws SQLException {
        return json.readValue(row.getString("content"), Row.class);
    }
}
