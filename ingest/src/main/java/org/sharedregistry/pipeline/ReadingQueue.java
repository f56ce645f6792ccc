package org.sharedregistry.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sharedregistry.storage.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Originals to be read, in two lanes, shared fairly between those who sent them.
 *
 * <p>Start-time fair queueing (Goyal, Vin and Cheng, 1996): an original gets its turn when it is queued, one behind the
 * last of the same owner, but never before whoever is next now. Ten thousand files of one owner so take the turns of
 * the next ten thousand rounds, and another's single file the next round.
 *
 * <p>A claim holds for {@link #LEASE} unless it is renewed; the work is done when the claim is given up in the
 * transaction that keeps its result.
 */
@Repository
class ReadingQueue {

    static final Duration LEASE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private volatile Consumer<Lane> onCommit = lane -> {};

    ReadingQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has originals read when this transaction commits; those that are queued already keep their turn. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Collection<ContentHash> originals, Lane lane, String owner) {
        jdbc.sql("""
                        insert into reading_queue (sha256, lane, owner, turn)
                        select added.sha256, :lane, :owner, added.place + greatest(
                            (select max(turn) from reading_queue where lane = :lane and owner = :owner),
                            (select turn - 1 from reading_queue where lane = :lane and due_at <= now()
                             order by turn limit 1),
                            0)
                        from unnest(:originals) with ordinality as added (sha256, place)
                        on conflict (sha256) do nothing
                        """)
                .param("lane", lane.name())
                .param("owner", owner)
                .param("originals", originals.stream().map(ContentHash::hex).toArray(String[]::new))
                .update();
        announce(lane);
    }

    /** Takes the next original of a lane; one that was received counts as being read from now on. */
    @Transactional
    Optional<Claim> claim(Lane lane) {
        return jdbc.sql("""
                        with next as (
                            select sha256 from reading_queue
                            where lane = :lane and due_at <= now() and (claim is null or leased_until < now())
                            order by turn limit 1 for update skip locked
                        ), claimed as (
                            update reading_queue q
                            set claim = gen_random_uuid(), leased_until = now() + make_interval(secs => :lease),
                                attempts = attempts + 1
                            from next where q.sha256 = next.sha256 returning q.*
                        ), begun as (
                            update original set state = 'EXTRACTING' from claimed
                            where original.sha256 = claimed.sha256 and state = 'RECEIVED'
                        )
                        select claim, sha256, lane, owner, attempts from claimed
                        """)
                .param("lane", lane.name())
                .param("lease", LEASE.toSeconds())
                .query(ReadingQueue::claim)
                .optional();
    }

    /** Lets claims hold for another {@link #LEASE}. */
    void renew(Collection<UUID> claims) {
        jdbc.sql("""
                        update reading_queue set leased_until = now() + make_interval(secs => :lease)
                        where claim = any (:claims)
                        """)
                .param("lease", LEASE.toSeconds())
                .param("claims", claims.toArray(UUID[]::new))
                .update();
    }

    /**
     * The original has been read, as far as it can be.
     *
     * @throws Claim.Lost when another has claimed it meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void finish(Claim claim) {
        int held = jdbc.sql("delete from reading_queue where claim = :claim")
                .param("claim", claim.id())
                .update();
        if (held == 0) {
            throw new Claim.Lost(claim);
        }
    }

    /** The original goes on in another lane. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(Claim claim, Lane lane) {
        finish(claim);
        add(List.of(claim.original()), lane, claim.owner());
    }

    /** The original is claimed again after a pause. */
    void postpone(Claim claim, Duration pause) {
        jdbc.sql("""
                        update reading_queue set claim = null, due_at = now() + make_interval(secs => :pause)
                        where claim = :claim
                        """)
                .param("pause", pause.toMillis() / 1000.0)
                .param("claim", claim.id())
                .update();
    }

    /** The attempt was none, through no fault of the file; the original is claimed again after a pause. */
    void giveBack(Claim claim, Duration pause) {
        jdbc.sql("""
                        update reading_queue set claim = null, due_at = now() + make_interval(secs => :pause),
                               attempts = attempts - 1
                        where claim = :claim
                        """)
                .param("pause", pause.toMillis() / 1000.0)
                .param("claim", claim.id())
                .update();
    }

    /** How many originals of an owner wait or are being read; counted up to {@code most}. */
    int count(String owner, int most) {
        return jdbc.sql("select count(*) from (select from reading_queue where owner = :owner limit :most) as counted")
                .param("owner", owner)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Has {@code listener} called with the lane whenever originals have been queued. */
    void onCommit(Consumer<Lane> listener) {
        onCommit = listener;
    }

    private void announce(Lane lane) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                onCommit.accept(lane);
            }
        });
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getObject("claim", UUID.class),
                new ContentHash(row.getString("sha256")),
                Lane.valueOf(row.getString("lane")),
                row.getString("owner"),
                row.getInt("attempts"));
    }
}
