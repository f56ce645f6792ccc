package org.sharedregistry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * A database folder, ready to be served: {@code binaries-*} the programs, {@code data} PostgreSQL's data directory,
 * {@code password} of both accounts, {@code server.log}.
 */
record Cluster(Path home, Path programs, Command account, String password) {

    static final String SUPERUSER = "postgres";

    /**
     * Makes the folder ready: ends what an earlier run left behind, unpacks the programs, creates the data directory.
     *
     * @param home an existing folder whose lock we hold, as real path
     */
    static Cluster in(Path home) throws IOException, InterruptedException {
        ServerProcess.killAll(home);
        Path programs = Binaries.ofThisMachine().unpack(home);
        String password = password(home.resolve("password"));
        Files.write(home.resolve("server.log"), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Cluster cluster = new Cluster(home, programs, ServerAccount.of(home), password);
        if (Files.notExists(cluster.data())) {
            cluster.create();
        }
        cluster.checkVersion();
        Binaries.removeOthers(home, programs);
        return cluster;
    }

    /** Starts the server; no other may run on this cluster. */
    ServerProcess serve(int port, Duration timeout) throws IOException, InterruptedException {
        // No process is left that could own it, but its number may have gone to another one, or to a zombie, in
        // which PostgreSQL would see itself.
        Files.deleteIfExists(data().resolve("postmaster.pid"));
        Command server = account.with(programs.resolve("postgres"), "-D", data())
                .with("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories=")
                .with("-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on")
                .with("-c", "shared_buffers=128MB", "-c", "max_connections=60", "-c", "max_wal_size=1GB")
                .with("-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "log_line_prefix=%m [%p] ")
                // Errors of statements are the application's to log.
                .with("-c", "log_min_messages=log", "-c", "log_checkpoints=off");
        return ServerProcess.start(server, home, data(), timeout);
    }

    private Path data() {
        return home.resolve("data");
    }

    private void create() throws IOException, InterruptedException {
        Path unfinished = home.resolve("data.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        // Asked again, to give the new folder to the account too.
        ServerAccount.of(home)
                .with(programs.resolve("initdb"), "-D", unfinished)
                .with("--username=" + SUPERUSER, "--pwfile=" + home.resolve("password"), "--auth=scram-sha-256")
                .with("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                .run();
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        force(home);
    }

    private void checkVersion() throws IOException, InterruptedException {
        // "postgres (PostgreSQL) 18.6"
        String version = Command.of(programs.resolve("postgres"), "--version").run();
        String major = version.replaceAll(".* (\\d+)\\..*", "$1");
        String found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(major)) {
            throw new DatabaseOfAnotherVersion(data(), found, major);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Cluster in " + home;
    }

    private static String password(Path file) throws IOException {
        if (Files.notExists(file)) {
            Path unfinished = file.resolveSibling("password.unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.writeString(unfinished, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
            force(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, Set.of(StandardOpenOption.READ))) {
            channel.force(true);
        }
    }
}
