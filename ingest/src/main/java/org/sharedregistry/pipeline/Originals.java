package org.sharedregistry.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.Signature;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.pipeline.Original.State;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
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
    /** On behalf of nobody: what the registry itself wants read. */
    static final String REGISTRY = "";

    private static final String ALL = "select * from original ";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectStore store;
    private final ReadingQueue queue;
    private final TransactionTemplate announcing;

    Originals(
            JdbcClient jdbc,
            JsonMapper json,
            ObjectStore store,
            ReadingQueue queue,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
        this.queue = queue;
        this.announcing = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Notes that the bytes are about to be kept; commits at once, so that a crash leaves something to sweep. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void announce(ContentHash hash, long size, String fileName) {
        insertPending(hash, size, fileName);
    }

    /**
     * Keeps the bytes of an announced original and has them read. When the surrounding transaction commits, both are
     * certain; bytes that are here already are neither kept nor read again.
     *
     * @param owner who is waiting for it: the readers are shared fairly between owners
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(ContentHash hash, Path file, String owner) {
        State state = State.valueOf(jdbc.sql("select state from original where sha256 = :hash for update")
                .param("hash", hash.hex())
                .query(String.class)
                .single());
        if (state != State.PENDING) {
            return;
        }
        store.put(hash, file);
        set(hash, State.RECEIVED);
        queue.add(List.of(hash), Lane.QUICK, owner);
    }

    /**
     * Keeps what was found in a container.
     *
     * @param members in the order of their hashes, lest two containers wait for each other
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepMembers(Original container, Collection<Members.Found> members, String owner) {
        announcing.executeWithoutResult(status -> members.forEach(
                each -> insertPending(each.file().hash(), each.file().size(), each.name())));
        Map<ContentHash, Members.Found> byHash =
                members.stream().collect(Collectors.toMap(each -> each.file().hash(), Function.identity()));
        List<ContentHash> fresh = jdbc.sql("""
                        select sha256 from original where sha256 = any (:hashes) and state = 'PENDING'
                        order by sha256 for update
                        """)
                .param("hashes", byHash.keySet().stream().map(ContentHash::hex).toArray(String[]::new))
                .query((row, number) -> new ContentHash(row.getString(1)))
                .list();
        fresh.forEach(hash ->
                store.put(hash, Objects.requireNonNull(byHash.get(hash)).file().file()));
        jdbc.sql("update original set state = 'RECEIVED', depth = :depth, root = :root where sha256 = any (:hashes)")
                .param("depth", container.depth() + 1)
                .param("root", container.outermost().hex())
                .param("hashes", fresh.stream().map(ContentHash::hex).toArray(String[]::new))
                .update();
        queue.add(fresh, Lane.QUICK, owner);
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

    /** A copy of the bytes as a file. */
    Incoming.Received copy(ContentHash hash, Incoming incoming) {
        try (InputStream content = open(hash)) {
            return incoming.copy(content, hash);
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot read " + hash, e);
        }
    }

    void set(ContentHash hash, State state) {
        jdbc.sql("update original set state = :state where sha256 = :hash")
                .param("state", state.name())
                .param("hash", hash.hex())
                .update();
    }

    /** Records what a file is; its pages and members are kept in the same transaction. */
    void read(ContentHash hash, Extraction.Finished result, State state) {
        jdbc.sql("""
                        update original set state = :state, media_type = :mediaType, page_count = :pages,
                               metadata = :metadata::jsonb, failure = null, failure_detail = null, reader = :reader,
                               to_paginate = :toPaginate, signatures = :signatures::jsonb
                        where sha256 = :hash
                        """)
                .param("state", state.name())
                .param("mediaType", result.mediaType())
                .param("pages", result.pages())
                .param("metadata", json.writeValueAsString(result.metadata()))
                .param("toPaginate", !result.paged())
                .param("signatures", json.writeValueAsString(result.signatures()))
                .param("reader", TextExtractor.VERSION)
                .param("hash", hash.hex())
                .update();
    }

    /** Records that an original has been laid out, in so many pages; or that it cannot be, with those it had. */
    void paginated(ContentHash hash, @Nullable Integer pages) {
        jdbc.sql("""
                        update original set to_paginate = false, page_count = coalesce(:pages, page_count)
                        where sha256 = :hash
                        """)
                .param("pages", pages, Types.INTEGER)
                .param("hash", hash.hex())
                .update();
    }

    /** Records that a file could not be read; what a former version has read of it stays as it is. */
    void fail(ContentHash hash, String reason, String detail) {
        jdbc.sql("""
                        update original set state = 'FAILED', failure = :reason, failure_detail = :detail, reader = :reader
                        where sha256 = :hash
                        """)
                .param("reason", reason)
                .param("detail", detail)
                .param("reader", TextExtractor.VERSION)
                .param("hash", hash.hex())
                .update();
    }

    /** Records that the present version cannot read what a former one has read. */
    void keepFormerReading(ContentHash hash) {
        jdbc.sql("update original set reader = :reader where sha256 = :hash")
                .param("reader", TextExtractor.VERSION)
                .param("hash", hash.hex())
                .update();
    }

    /**
     * Has a failed original read once more from the start; false when it has not failed.
     *
     * @param owner as in {@link #keep}
     */
    @Transactional
    public boolean retry(ContentHash hash, String owner) {
        boolean failed = jdbc.sql("""
                        update original set state = 'RECEIVED', page_count = null
                        where sha256 = :hash and state = 'FAILED'
                        """).param("hash", hash.hex()).update() == 1;
        if (failed) {
            queue.add(List.of(hash), Lane.QUICK, owner);
        }
        return failed;
    }

    /** The originals that could not be read, in the order of their hashes from behind {@code after}. */
    public List<Original> failed(@Nullable String reason, String after, int size) {
        return jdbc.sql(ALL + """
                        where state = 'FAILED' and sha256 > :after and (cast(:reason as text) is null or failure = :reason)
                        order by sha256 limit :size
                        """)
                .param("after", after)
                .param("reason", reason)
                .param("size", size)
                .query(this::original)
                .list();
    }

    /** Has all that could not be read, or failed for one reason, read once more; gives how many there are. */
    @Transactional
    public int retryFailed(@Nullable String reason) {
        List<ContentHash> failed = jdbc.sql("""
                        update original set state = 'RECEIVED', page_count = null
                        where state = 'FAILED' and (cast(:reason as text) is null or failure = :reason)
                        returning sha256
                        """)
                .param("reason", reason)
                .query((row, number) -> new ContentHash(row.getString(1)))
                .list();
        queue.add(failed, Lane.QUICK, REGISTRY);
        return failed.size();
    }

    /** Has every original read anew; what was read before is found until then. Gives how many there are. */
    @Transactional
    public int rereadAll() {
        jdbc.sql("update page set recogniser = 0 where recogniser is not null").update();
        List<ContentHash> all = readBefore(Integer.MAX_VALUE);
        queue.add(all, Lane.QUICK, REGISTRY);
        return all.size();
    }

    /** How many originals have got how far, and for which reasons how many could not be read. */
    public Overview overview() {
        return new Overview(
                counts("select state, count(*) from original group by state"),
                counts("select failure, count(*) from original where state = 'FAILED' group by failure"),
                counts("select lane, count(*) from reading_queue group by lane"));
    }

    /**
     * The state of all originals.
     *
     * @param states how many are in which
     * @param failures how many failed for which reason
     * @param waiting how many wait or are being read, by lane
     */
    public record Overview(Map<String, Long> states, Map<String, Long> failures, Map<String, Long> waiting) {}

    /** How many originals of an owner wait or are being read; counted up to {@code most}. */
    public int waiting(String owner, int most) {
        return queue.count(owner, most);
    }

    /** What was kept and is not in a final state, nor in the queue. */
    List<ContentHash> forgotten(boolean read) {
        return hashes("""
                select sha256 from original where state in ('RECEIVED', 'EXTRACTING') and (page_count is not null) = :read
                and not exists (select from reading_queue where reading_queue.sha256 = original.sha256)
                """, "read", read);
    }

    List<ContentHash> waitingForOcr() {
        return hashes("select sha256 from original where state = 'NEEDS_OCR' and page_count > :none", "none", 0);
    }

    List<ContentHash> waitingForLayout() {
        return hashes("select sha256 from original where state = 'EXTRACTED' and to_paginate = :yes", "yes", true);
    }

    /** What a former version of the text extraction has read, or could not. */
    List<ContentHash> readBefore(int version) {
        return hashes("""
                select sha256 from original
                where state in ('EXTRACTED', 'NEEDS_OCR', 'FAILED') and reader < :version
                """, "version", version);
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

    private void insertPending(ContentHash hash, long size, String fileName) {
        jdbc.sql("""
                        insert into original (sha256, size, file_name, state) values (:hash, :size, :name, 'PENDING')
                        on conflict (sha256) do update set announced_at = now() where original.state = 'PENDING'
                        """)
                .param("hash", hash.hex())
                .param("size", size)
                .param("name", fileName)
                .update();
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(query).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private List<ContentHash> hashes(String query, String parameter, Object value) {
        return jdbc.sql(query)
                .param(parameter, value)
                .query((row, number) -> new ContentHash(row.getString(1)))
                .list();
    }

    private Original original(ResultSet row, int number) throws SQLException {
        return new Original(
                new ContentHash(row.getString("sha256")),
                row.getLong("size"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getString("failure"),
                row.getString("failure_detail"),
                row.getString("media_type"),
                row.getObject("page_count", Integer.class),
                json.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {}),
                row.getInt("depth"),
                Optional.ofNullable(row.getString("root")).map(ContentHash::new).orElse(null),
                row.getBoolean("to_paginate"),
                json.readValue(row.getString("signatures"), new TypeReference<List<Signature>>() {}),
                row.getObject("reader", Integer.class));
    }
}
