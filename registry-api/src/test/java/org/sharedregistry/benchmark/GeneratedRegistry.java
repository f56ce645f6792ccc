package org.sharedregistry.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.sharedregistry.RegistryApplication;
import org.sharedregistry.log.Recorded;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a registry with made-up goods in bulk: each submitted, confirmed at home, and covered by a certificate, a
 * declaration and a confirmation of its production. The same number of goods gives the same registry. The search index
 * learns nothing of them.
 */
final class GeneratedRegistry {

    /** So many goods are held in memory at a time, by each thread. */
    private static final int TOGETHER = 2_000;

    private static final int THREADS = 2;
    private static final int GOODS_OF_A_MANUFACTURER = 50;

    private final DataSource database;
    private final JsonMapper json;
    private final int size;
    private final int manufacturersOfAState;
    private final SeriesKeys keys = new SeriesKeys();

    /**
     * @param json the registry's own
     * @param size number of goods, at most {@value GeneratedEntry#MOST}
     */
    GeneratedRegistry(DataSource database, JsonMapper json, int size) {
        this.database = database;
        this.json = json;
        this.size = size;
        this.manufacturersOfAState = Math.max(1, size / GeneratedEntry.STATES.size() / GOODS_OF_A_MANUFACTURER);
    }

    /** Starts a registry in the folder that is the first argument, and fills it with as many goods as the second says. */
    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(
                RegistryApplication.class,
                "--registry.home=" + arguments[0],
                "--server.port=0",
                "--logging.level.root=error")) {
            new GeneratedRegistry(
                            context.getBean(DataSource.class),
                            context.getBean(JsonMapper.class),
                            Integer.parseInt(arguments[1]))
                    .fill();
        }
    }

    /** Fills the registry, to which nobody else may write meanwhile, and prints how fast that went. */
    void fill() throws SQLException, IOException, InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            Recorded newest = newestRecord(statement);
            addAccounts(statement);
            GeneratedRows around = new GeneratedRows(json, newest);
            int records = addBodies(around) + addManufacturers(around);
            long sent = around.send(connection) + sendGoods(after(newest, records));
            statement.execute("select setval('goods_number', " + Math.max(1, size) + ")");
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%,d goods, %,d rows copied in %.0f s, %,.0f rows/s%n", size, sent, seconds, sent / seconds);
            statement.execute("vacuum (analyze)");
        }
    }

    private static int addBodies(GeneratedRows rows) {
        for (int i = 0; i < GeneratedEntry.BODIES; i++) {
            rows.addBody("BY", i, "BY/112 %d.01".formatted(100 + i));
            rows.addBody("RU", i, "RA.RU.11НА%d".formatted(10 + i));
        }
        // The regime takes production certificates only from bodies that it designates.
        rows.addBody("BY", GeneratedEntry.BODIES, "BY/112 1.9903");
        rows.addBody("RU", GeneratedEntry.BODIES, "RA.RU.10ПР99");
        return GeneratedEntry.STATES.size() * (GeneratedEntry.BODIES + 1);
    }

    private int addManufacturers(GeneratedRows rows) {
        int count = GeneratedEntry.STATES.size() * manufacturersOfAState;
        for (int i = 0; i < count; i++) {
            rows.addManufacturer(i);
        }
        return count;
    }

    private long sendGoods(Recorded last) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Long>> sending = new ArrayList<>();
        for (int i = 0; i < size; i += TOGETHER) {
            int first = i;
            sending.add(threads.submit(() -> sendGoods(first, after(last, first))));
        }
        threads.shutdown();
        long sent = 0;
        for (Future<Long> each : sending) {
            sent += each.get();
        }
        return sent;
    }

    private long sendGoods(int first, Recorded last) throws SQLException, IOException {
        GeneratedRows rows = new GeneratedRows(json, last);
        for (int i = first; i < Math.min(size, first + TOGETHER); i++) {
            GeneratedEntry entry = new GeneratedEntry(i);
            rows.addGoods(entry, entry.manufacturer(entry.inState() % manufacturersOfAState), keys);
        }
        try (Connection connection = database.getConnection()) {
            return rows.send(connection);
        }
    }

    private static Recorded after(Recorded last, int records) {
        return new Recorded(last.sequence() + records, last.at().plus(records, ChronoUnit.MICROS));
    }

    private static Recorded newestRecord(Statement statement) throws SQLException {
        try (ResultSet newest =
                statement.executeQuery("select sequence, recorded_at from record order by sequence desc limit 1")) {
            return newest.next()
                    ? new Recorded(
                            newest.getLong(1),
                            Objects.requireNonNull(newest.getObject(2, OffsetDateTime.class))
                                    .toInstant())
                    : Recorded.NOTHING;
        }
    }

    /** Two persons of each state's authority, who cannot sign in. */
    private static void addAccounts(Statement statement) throws SQLException {
        for (String state : GeneratedEntry.STATES) {
            for (String name : List.of(GeneratedRows.proposer(state), GeneratedRows.confirmer(state))) {
                statement.execute("""
                        insert into account (name, role, state, password_hash, api_key_id, api_key_hash)
                        values ('%1$s', 'AUTHORITY', '%2$s', '', '%1$s', '') on conflict do nothing
                        """.formatted(name, state));
            }
        }
    }
}
