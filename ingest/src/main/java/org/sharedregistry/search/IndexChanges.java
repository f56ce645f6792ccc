package org.sharedregistry.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the search index has yet to take in. A change is written in the transaction of what it is about, and struck off
 * once the index holds it durably: nothing is lost in between, and the index never holds what was rolled back.
 */
@Repository
public class IndexChanges {

    private final JdbcClient jdbc;
    private volatile Runnable onCommit = () -> {};

    IndexChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a subject must be indexed anew when this transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String kind, String subject) {
        addAll(kind, List.of(subject));
    }

    /** Notes that subjects must be indexed anew when this transaction commits. */
    @Transactional
    public void addAll(String kind, Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        jdbc.sql("insert into index_change (kind, subject) select :kind, subject from unnest(:subjects) as subject")
                .param("kind", kind)
                .param("subjects", subjects.toArray(String[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                onCommit.run();
            }
        });
    }

    /** Whether the index has yet to take in something about a subject. */
    public boolean isPending(String kind, String subject) {
        return jdbc.sql("select exists (select from index_change where kind = :kind and subject = :subject)")
                .param("kind", kind)
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    /** Has {@code listener} called whenever a transaction that added changes has committed. */
    void onCommit(Runnable listener) {
        onCommit = listener;
    }

    /** The version of writes about what is loaded from now on: higher than any before. */
    long nextVersion() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('index_change', 'sequence'))")
                .query(Long.class)
                .single();
    }

    /** The oldest changes, in order. */
    List<IndexChange> oldest(int size) {
        return behind(Long.MIN_VALUE, size);
    }

    /** The oldest changes behind one, in order. */
    List<IndexChange> behind(long sequence, int size) {
        return jdbc.sql("""
                        select sequence, kind, subject from index_change where sequence > :sequence
                        order by sequence limit :size
                        """)
                .param("sequence", sequence)
                .param("size", size)
                .query((row, number) ->
                        new IndexChange(row.getLong("sequence"), row.getString("kind"), row.getString("subject")))
                .list();
    }

    /** How much there is to take in. */
    Backlog backlog() {
        return jdbc.sql("""
                        select count(*), coalesce(extract(epoch from now() - min(added_at)), 0)
                        from (select added_at from index_change order by sequence limit :most) as oldest
                        """)
                .param("most", Backlog.MOST)
                .query((row, number) -> new Backlog(row.getLong(1), Duration.ofSeconds(Math.max(0, row.getLong(2)))))
                .single();
    }

    /** Strikes off what the index now holds. */
    @Transactional
    void strikeOff(Collection<IndexChange> changes) {
        jdbc.sql("delete from index_change where sequence = any (:sequences)")
                .param("sequences", changes.stream().map(IndexChange::sequence).toArray(Long[]::new))
                .update();
    }

    /** A subject of some kind that must be indexed anew. */
    record IndexChange(long sequence, String kind, String subject) {

        /** The subjects of some changes, each once. */
        static Map<String, Set<String>> byKind(Collection<IndexChange> changes) {
            return changes.stream()
                    .collect(Collectors.groupingBy(
                            IndexChange::kind, Collectors.mapping(IndexChange::subject, Collectors.toSet())));
        }
    }

    /**
     * What the index has yet to take in.
     *
     * @param changes how many changes, counted up to {@link #MOST}
     * @param age since when the oldest of them waits
     */
    record Backlog(long changes, Duration age) {

        static final int MOST = 10_000;
    }
}
