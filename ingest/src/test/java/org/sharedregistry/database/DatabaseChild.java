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

    static DatabaseChild start(Path folder, String... prefix) throws IOException {
        return start(folder, System.getProperty("java.class.path"), prefix);
    }

    static DatabaseChild start(Path folder, String classPath, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xshare:auto", "-cp", classPath));
        command.addAll(List.of(DatabaseProgram.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        List<String> seen = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("url ") || line.startsWith("refused ")) {
                return new DatabaseChild(folder, process, line);
            }
            seen.add(line);
        }
        throw new IllegalStateException("The child ended without a word but " + seen);
    }

    /** What it said instead of starting. */
    String refusal() {
        if (!answer.startsWith("refused ")) {
            throw new IllegalStateException("Not refused but " + answer);
        }
        return answer.substring("refused ".length());
    }

    Connection connect() throws IOException, SQLException {
        return connect("registry", Files.readString(folder.resolve("password")));
    }

    Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(answer.substring("url ".length()), user, password);
    }

    ProcessHandle jvm() {
        return process.toHandle();
    }

    ProcessHandle watchdog() {
        return process.children().findFirst().orElseThrow();
    }

    ProcessHandle server() throws IOException {
        return serverOf(folder);
    }

    /** Our JVM, the watchdog's processes, the server and its workers. */
    List<ProcessHandle> everything() {
        return Stream.concat(Stream.of(jvm()), process.descendants()).toList();
    }

    static ProcessHandle serverOf(Path folder) throws IOException {
        String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static void kill(ProcessHandle... processes) {
        for (ProcessHandle handle : processes) {
            handle.destroyForcibly();
        }
    }

    static void awaitEndOf(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(60)).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Asks the program to stop, as the application does when its context is closed. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = everything();
        process.getOutputStream().close();
        awaitEndOf(all);
    }
}
