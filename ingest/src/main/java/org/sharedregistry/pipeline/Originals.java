package org.sharedregistry.pipeline;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.pipeline.Original.State;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The originals and their states.
 *
 * <p>A file is taken in by {@link #announce}, which leaves a trace before the first byte is kept, and {@link #keep} in
 * the transaction that also records what the file was sent for. Whatever happens in between, nothing that was
 * acknowledged is lost, and nothing that was not is left behind for longer than a day.
 */
@Repository
public class Originals {

    private static final Logger log = LoggerFactory.getLogger(Originals.class);

    private static final Duration OLDEST_PENDING = Duration.ofHours(24);
    private static final String ALL = "select * from original ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectStore store;
    private final Lanes lanes;

    Originals(JdbcClient jdbc, JsonMapper json, ObjectStore store, Lanes lanes) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
        this.lanes = lanes;
    }

    /** Notes that the bytes are about to be kept; commits at once, so that a crash leaves something to sweep. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void announce(ContentHash hash, long size, String fileName) {
        jdbc.sql("""
                        insert into original (sha256, size, file_name, state) values (:hash, :size, :name, 'PENDING')
                        on conflict (sha256) do update set announced_at = now() where original.state = 'PENDING'
                        """)
                .param("hash", hash.hex())
                .param("size", size)
                .param("name", fileName)
                .update();
    }

    /**
     * Keeps the bytes of an announced original and has them read. When the surrounding transaction commits, both are
     * certain; bytes that are here already are neither kept nor read again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(ContentHash hash, Path file) {
        State state = State.valueOf(jdbc.sql("select state from original where sha256 = :hash for update")
                .param("hash", hash.hex())
                .query(String.class)
                .single());
        if (state != State.PENDING) {
            return;
        }
        store.put(hash, file);
        set(hash, State.RECEIVED);
        lanes.toText(hash);
    }

    public Optional<Original> find(ContentHash hash) {
        return jdbc.sql(ALL + "where sha256 = :hash")
                .param("hash", hash.hex())
                .query(this::original)
                .optional();
    }

    /** Originals by hash. */
    public Map<ContentHash, Original> all(Collection<ContentHash> hashes) {
        return jdbc
                .sql(ALL + "where sha256 = any (:hashes)")
                .param("hashes", hashes.stream().map(ContentHash::hex).toArray(String[]::new))
                .query(this::original)
                .list()
                .stream()
                .collect(Collectors.toMap(Original::hash, Function.identity()));
    }

    /** The bytes, checked against the hash at their end. */
    public InputStream open(ContentHash hash) {
        return store.open(hash);
    }

    /** The bytes from {@code offset} on. */
    public InputStream open(ContentHash hash, long offset) {
        return store.open(hash, offset);
    }

    void set(ContentHash hash, State state) {
        jdbc.sql("update original set state = :state where sha256 = :hash")
                .param("state", state.name())
                .param("hash", hash.hex())
                .update();
    }

    /** Counts an attempt at reading. */
    int begin(ContentHash hash) {
        return jdbc.sql("""
                        update original set state = 'EXTRACTING', attempts = attempts + 1 where sha256 = :hash
                        returning attempts
                        """).param("hash", hash.hex()).query(Integer.class).single();
    }

    void read(ContentHash hash, Extraction.Finished result) {
        jdbc.sql("""
                        update original set media_type = :mediaType, page_count = :pages, metadata = :metadata::jsonb,
                               failure = null, failure_detail = null, attempts = 0
                        where sha256 = :hash
                        """)
                .param("mediaType", result.mediaType())
                .param("pages", result.pages())
                .param("metadata", json.writeValueAsString(result.metadata()))
                .param("hash", hash.hex())
                .update();
    }

    void fail(ContentHash hash, String reason, String detail) {
        jdbc.sql("""
                        update original set state = 'FAILED', failure = :reason, failure_detail = :detail
                        where sha256 = :hash
                        """)
                .param("reason", reason)
                .param("detail", detail)
                .param("hash", hash.hex())
                .update();
    }

    /** Has a failed original read once more from the start; false when it has not failed. */
    @Transactional
    public boolean retry(ContentHash hash) {
        boolean failed = jdbc.sql(
                                "update original set state = 'RECEIVED', attempts = 0, page_count = null where sha256 = :hash and state = 'FAILED'")
                        .param("hash", hash.hex())
                        .update()
                == 1;
        if (failed) {
            lanes.toText(hash);
        }
        return failed;
    }

    /** What is not in a final state, though it was kept. */
    List<Original> unfinished() {
        return jdbc.sql(ALL + "where state in ('RECEIVED', 'EXTRACTING')")
                .query(this::original)
                .list();
    }

    List<Original> waitingForOcr() {
        return jdbc.sql(ALL + "where state = 'NEEDS_OCR'").query(this::original).list();
    }

    /** Deletes, an hour after each hour, what was announced a day ago and never kept. The row is locked throughout. */
    @Scheduled(fixedDelayString = "PT1H")
    @Transactional
    public void sweep() {
        List<String> abandoned = jdbc.sql("""
                        select sha256 from original
                        where state = 'PENDING' and announced_at < now() - make_interval(secs => :seconds)
                        for update skip locked
                        """)
                .param("seconds", OLDEST_PENDING.toSeconds())
                .query((row, number) -> row.getString(1))
                .list();
        for (String hash : abandoned) {
            store.delete(new ContentHash(hash));
            jdbc.sql("delete from original where sha256 = :hash")
                    .param("hash", hash)
                    .update();
            log.info("Swept the upload {} that was never finished", hash);
        }
    }

    private Original original(ResultSet row, int number) throws SQLException {
        return new Original(
                new ContentHash(row.getString("sha256")),
                row.getLong("size"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("failure"),
                row.getString("failure_detail"),
                row.getString("media_type"),
                row.getObject("page_count", Integer.class),
                json.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {}));
    }
}
