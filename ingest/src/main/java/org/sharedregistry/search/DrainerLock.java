package org.sharedregistry.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Sees to it that of all processes on one database one at a time writes the index: whichever has this lock. It is tied to
 * a connection that is kept for it alone, and PostgreSQL frees it when that ends, however the process did.
 *
 * <p>Belongs to one thread.
 */
@Component
final class DrainerLock {

    private static final Logger log = LoggerFactory.getLogger(DrainerLock.class);

    /** Of this schema, since several registries can share a database. */
    private static final String TRY =
            "select pg_try_advisory_lock(hashtext('index-drainer'), hashtext(current_schema()))";

    /** PostgreSQL notices within half a minute that a machine is gone, and not after the two hours of the system. */
    private static final String KEEP_ALIVE = """
            set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3
            """;

    private static final int PATIENCE_SECONDS = 5;

    private final DataSource database;
    private @Nullable Connection holder;

    DrainerLock(DataSource database) {
        this.database = database;
    }

    /** Whether this process holds the lock, still or from now on. */
    boolean hold() {
        try {
            if (holder != null && holder.isValid(PATIENCE_SECONDS)) {
                return true;
            }
            release();
            holder = locked(database.getConnection());
            return holder != null;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("It cannot be told who writes the search index", e);
        }
    }

    /** Lets another process have it. */
    void release() {
        if (holder != null) {
            close(holder);
            holder = null;
        }
    }

    /** The connection, if it got the lock. */
    private static @Nullable Connection locked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(KEEP_ALIVE);
            try (ResultSet got = statement.executeQuery(TRY)) {
                if (got.next() && got.getBoolean(1)) {
                    return connection;
                }
            }
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
        close(connection);
        return null;
    }

    private static void close(Connection connection) {
        try (connection;
                Statement statement = connection.createStatement()) {
            // A pool keeps the connection, and the lock with it.
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            log.warn("The connection that locked the search index has ended, and the lock with it: {}", e.getMessage());
        }
    }
}
