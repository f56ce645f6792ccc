package org.sharedregistry.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the server, under a watchdog that stops it when we die. */
final class ServerProcess {

    /**
     * Runs the server beside a reader of our pipe, where nothing is ever written. The pipe's end, be it by {@link
     * #stop} or because our process is gone, shuts the server down fast (SIGINT). The shell ends with the server.
     */
    private static final String WATCHDOG = """
            exec 3<&0
            "$@" 3<&- </dev/null &
            server=$!
            { read -r nothing <&3; kill -INT $server; } &
            reader=$!
            wait $server
            code=$?
            kill -KILL $reader
            exit $code
            """;

    private static final Duration POLL = Duration.ofMillis(20);
    private static final int LONGEST_REASON = 4_000;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private final Process watchdog;
    private final Path home;

    private ServerProcess(Process watchdog, Path home) {
        this.watchdog = watchdog;
        this.home = home;
    }

    /**
     * Starts the server and waits until it takes connections.
     *
     * @param home the folder of {@code server.log}, which exists, and of the programs
     * @throws DatabaseNotStarted when it ends before that, or takes longer than {@code timeout}
     */
    static ServerProcess start(Command server, Path home, Path data, Duration timeout)
            throws IOException, InterruptedException {
        Path log = home.resolve("server.log");
        long logged = Files.size(log);
        // A session of its own keeps the terminal's Ctrl-C from the server, which has to outlive our own shutdown.
        Process watchdog = Command.of("setsid", "sh", "-c", WATCHDOG, "postgres-watchdog")
                .with(server)
                .builder()
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        ServerProcess process = new ServerProcess(watchdog, home);
        try {
            long deadline = System.nanoTime() + timeout.toNanos();
            while (!ready(data)) {
                if (watchdog.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new DatabaseNotStarted(written(log, logged));
                }
                if (System.nanoTime() > deadline) {
                    throw new DatabaseNotStarted("no answer within " + timeout.toSeconds() + " seconds");
                }
            }
            return process;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    /** Waits until the server has ended of itself. */
    int awaitEnd() throws InterruptedException {
        return watchdog.waitFor();
    }

    /** Shuts the server down, by force if it does not come to an end; an open transaction is rolled back. */
    void stop() throws IOException, InterruptedException {
        watchdog.getOutputStream().close();
        watchdog.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        killAll(home);
    }

    /**
     * Kills every process that runs a program from below {@code home}, which loses nothing: what was committed is in
     * the log on the disk. Does not rely on PostgreSQL's own pid file, whose number may belong to a stranger by now.
     */
    static void killAll(Path home) throws InterruptedException {
        List<ProcessHandle> running = running(home);
        running.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        while (!running.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseNotStarted("a server of an earlier run does not end: " + running);
            }
            Thread.sleep(POLL.toMillis());
            running = running(home);
        }
    }

    // A zombie has no program any more and does not count.
    private static List<ProcessHandle> running(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").startsWith(home + "/"))
                .toList();
    }

    // The last of the eight lines that PostgreSQL writes there is its status.
    private static boolean ready(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (Files.notExists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        return lines.size() >= 8 && lines.get(7).strip().equals("ready");
    }

    private static String written(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] reason = new byte[(int) Math.min(file.length() - from, LONGEST_REASON)];
            file.readFully(reason);
            return new String(reason, StandardCharsets.UTF_8).strip();
        }
    }
}
