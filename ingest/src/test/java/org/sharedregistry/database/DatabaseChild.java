package org.sharedregistry.database;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A database in a JVM of its own, which can be killed. */
final class DatabaseChild implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final String answer;

    private DatabaseChild(Path folder, Process process, String answer) {
        this.folder = folder;
        this.process = process;
        this.answer = answer;
    }

    static DatabaseChild start(Path folder) throws IOException {
        return start(folder, System.getProperty("java.class.path"), List.of());
    }

    /**
     * Starts it and waits for its answer.
     *
     * @param prefix the command that runs the JVM's
     */
    static DatabaseChild start(Path folder, String classPath, List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", classPath, DatabaseProgram.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        List<String> seen = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(DatabaseProgram.READY) || line.startsWith(DatabaseProgram.REFUSED)) {
                return new DatabaseChild(folder, process, line);
            }
            seen.add(line);
        }
        throw new IllegalStateException("The child ended without a word but " + seen);
    }

    /** Why it did not start. */
    String refusal() {
        return answer(DatabaseProgram.REFUSED);
    }

    Connection connect() throws IOException, SQLException {
        return connect("registry", password());
    }

    Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(answer(DatabaseProgram.READY), user, password);
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    private String answer(String kind) {
        if (!answer.startsWith(kind)) {
            throw new IllegalStateException("Not '" + kind + "' but '" + answer + "'");
        }
        return answer.substring(kind.length());
    }

    ProcessHandle jvm() {
        return process.toHandle();
    }

    ProcessHandle server() throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** The shell that waits for the server. */
    ProcessHandle watchdog() throws IOException {
        return server().parent().orElseThrow();
    }

    /** The watchdog with the shell that waits for the JVM's end. */
    List<ProcessHandle> watchers() throws IOException {
        ProcessHandle server = server();
        return Stream.concat(Stream.of(watchdog()), watchdog().children())
                .filter(each -> !each.equals(server))
                .toList();
    }

    /** The JVM, the watchers, the server and its workers. */
    List<ProcessHandle> everything() {
        return Stream.concat(Stream.of(jvm()), process.descendants()).toList();
    }

    static void awaitEndOf(List<ProcessHandle> processes) {
        await().atMost(Duration.ofMinutes(1)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Asks the program to stop, as the application does when its context is closed. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> everything = everything();
        process.getOutputStream().close();
        awaitEndOf(everything);
    }
}
