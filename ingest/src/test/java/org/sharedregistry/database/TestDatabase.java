package org.sharedregistry.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * An empty database for a test class, on one server for all tests of a JVM.
 *
 * <p>Plain tests call {@link #create}; a Spring test names {@link Initializer} in its {@code @ContextConfiguration}.
 */
public final class TestDatabase {

    private final Login connection;

    private TestDatabase(Login connection) {
        this.connection = connection;
    }

    /** A fresh database with an empty schema {@code registry}. */
    public static TestDatabase create() {
        return new TestDatabase(Server.DATABASE.database("test_" + Server.CREATED.incrementAndGet()));
    }

    public String url() {
        return connection.getJdbcUrl();
    }

    public String user() {
        return connection.getUsername();
    }

    public String password() {
        return connection.getPassword();
    }

    /** A data source without a pool. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(user());
        source.setPassword(password());
        return source;
    }

    /** Gives a Spring context a fresh database, as an external one. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase database = create();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            // Spring keeps the contexts of earlier tests, and the server has 60 connections for all.
                            "spring.datasource.hikari.maximum-pool-size=8",
                            "spring.datasource.hikari.minimum-idle=0")
                    .applyTo(context);
        }
    }

    /** Started by the first test that needs it. */
    private static final class Server {

        static final AtomicInteger CREATED = new AtomicInteger();
        static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            try {
                Path folder = Files.createTempDirectory("test-database");
                EmbeddedDatabase database = EmbeddedDatabase.start(folder, Duration.ofMinutes(2));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    database.close();
                    delete(folder);
                }));
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
