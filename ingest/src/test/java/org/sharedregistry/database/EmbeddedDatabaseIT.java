package org.sharedregistry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sharedregistry.database.DatabaseChild.awaitEndOf;
import static org.sharedregistry.database.DatabaseChild.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir
    Path temporary;

    Path folder;

    @BeforeEach
    void nameAFolderAsPeopleDo() {
        folder = temporary.resolve("Мои данные/база");
    }

    @Test
    void keepsItsRowsWhenStoppedAndStartedAgain() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            fill(child);
        }
        assertRowsAreThere();
    }

    @Test
    void stopsTheServerAndKeepsItsRowsWhenTheJvmIsKilled() throws Exception {
        DatabaseChild child = DatabaseChild.start(folder);
        fill(child);
        List<ProcessHandle> everything = child.everything();
        kill(child.jvm());
        awaitEndOf(everything);
        assertRowsAreThere();
    }

    @Test
    void replacesAnOrphanWhenJvmAndWatchdogAreKilled() throws Exception {
        DatabaseChild child = DatabaseChild.start(folder);
        fill(child);
        List<ProcessHandle> watchers = child.watchdog()
                .children()
                .filter(each -> !each.equals(server(child)))
                .toList();
        ProcessHandle server = child.server();
        watchers.forEach(DatabaseChild::kill);
        kill(child.jvm(), child.watchdog());
        awaitEndOf(List.of(child.jvm()));
        assertThat(server.isAlive()).isTrue();
        assertRowsAreThere();
        awaitEndOf(List.of(server));
    }

    private static ProcessHandle server(DatabaseChild child) {
        try {
            return child.server();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void keepsItsRowsWhenEverythingIsKilled() throws Exception {
        DatabaseChild child = DatabaseChild.start(folder);
        fill(child);
        List<ProcessHandle> everything = child.everything();
        everything.forEach(DatabaseChild::kill);
        awaitEndOf(everything);
        assertRowsAreThere();
    }

    private void assertRowsAreThere() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder);
                Connection connection = child.connect()) {
            assertThat(count(connection)).isEqualTo(1000);
        }
    }

    private static void fill(DatabaseChild child) throws Exception {
        try (Connection connection = child.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table item as select generate_series(1, 1000) as id");
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from item")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
