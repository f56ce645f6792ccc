package org.sharedregistry.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a child process with its data in a folder, reachable from this machine only and by password.
 *
 * <p>It stops with {@link #close}, or by itself when this process dies. A server that dies alone is started again on
 * the same port with all that was committed.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PAUSE_BETWEEN_STARTS = Duration.ofSeconds(5);

    /** Owner of the databases and, since Flyway refuses a filled {@code public}, name of the schema in each. */
    private static final String REGISTRY = "registry";

    private final Cluster cluster;
    private final FolderLock lock;
    private final int port;
    private final Duration startTimeout;
    private final Thread supervisor;
    private final AtomicBoolean closing = new AtomicBoolean();

    private EmbeddedDatabase(Cluster cluster, FolderLock lock, int port, Duration startTimeout, ServerProcess server) {
        this.cluster = cluster;
        this.lock = lock;
        this.port = port;
        this.startTimeout = startTimeout;
        this.supervisor = new Thread(() -> supervise(server), "embedded-database");
    }

    /**
     * Starts the server in {@code folder}, which is created if need be.
     *
     * @throws DatabaseUnavailable when it cannot; nothing is left running then
     */
    static EmbeddedDatabase start(Path folder, Duration startTimeout) {
        try {
            FolderLock lock = FolderLock.take(created(folder));
            try {
                Cluster cluster = Cluster.in(lock.folder());
                int port = freePort();
                ServerProcess server = cluster.serve(port, startTimeout);
                EmbeddedDatabase database = new EmbeddedDatabase(cluster, lock, port, startTimeout, server);
                database.supervisor.start();
                LOG.info("The embedded database in {} listens on 127.0.0.1:{}", cluster.home(), port);
                return database;
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseNotStarted(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseNotStarted(e);
        }
    }

    /** The database of that name with its schema; created when missing. */
    Login database(String name) {
        Login superuser = new Login(port, "postgres", Cluster.SUPERUSER, cluster.password());
        Login owner = new Login(port, name, REGISTRY, cluster.password());
        try {
            try (Connection connection = superuser.connect();
                    Statement statement = connection.createStatement()) {
                if (isEmpty(statement, "select 1 from pg_roles where rolname = '" + REGISTRY + "'")) {
                    statement.execute("create role " + REGISTRY + " login password '" + cluster.password() + "'");
                }
                if (isEmpty(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + REGISTRY);
                }
            }
            try (Connection connection = owner.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema if not exists " + REGISTRY);
            }
        } catch (SQLException e) {
            throw new DatabaseNotStarted(e);
        }
        return owner;
    }

    /** Stops the server; sessions that are still open are ended. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            supervisor.interrupt();
        }
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            // The supervisor goes on stopping the server.
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps a server running until {@link #close} interrupts. */
    private void supervise(ServerProcess first) {
        ServerProcess server = first;
        try (lock) {
            try {
                while (true) {
                    int code = server.awaitEnd();
                    LOG.warn("The embedded database ended by itself (exit code {}) and is started again", code);
                    server.stop();
                    server = startAgain();
                }
            } catch (InterruptedException e) {
                server.stop();
            }
        } catch (IOException | InterruptedException | DatabaseNotStarted e) {
            LOG.error("The embedded database in {} could not be stopped", cluster.home(), e);
        }
    }

    private ServerProcess startAgain() throws InterruptedException {
        while (true) {
            try {
                return cluster.serve(port, startTimeout);
            } catch (IOException | DatabaseNotStarted e) {
                LOG.error("{} The next attempt follows in {} s.", e.getMessage(), PAUSE_BETWEEN_STARTS.toSeconds());
                Thread.sleep(PAUSE_BETWEEN_STARTS.toMillis());
            }
        }
    }

    private static Path created(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder.toRealPath();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
