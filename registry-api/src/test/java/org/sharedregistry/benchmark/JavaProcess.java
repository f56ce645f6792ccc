package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own with the heap that each side of a comparison gets. It ends when this is closed. */
final class JavaProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx1g";

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    /**
     * @param log takes all that it prints
     * @param words options of the JVM, what to run, and arguments
     */
    static JavaProcess start(Path log, Stream<String> words) throws IOException {
        return new JavaProcess(builder(log, words)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    /** Likewise; what it prints is to be read here, and only its errors go to the log. */
    static JavaProcess talking(Path log, Stream<String> words) throws IOException {
        return new JavaProcess(builder(log, words).start());
    }

    /** What to run: a class of ours, with all that tests may use. */
    static Stream<String> main(Class<?> type) {
        return Stream.of("-cp", System.getProperty("java.class.path"), type.getName());
    }

    /** What to run: a class of the product, with nothing of the tests around it. */
    static Stream<String> product(Class<?> type) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return Stream.of("-cp", classPath, type.getName());
    }

    /** A program of the running JDK. */
    static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Process process() {
        return process;
    }

    /** What {@code jcmd} says when it gives the JVM a command. */
    String tell(String... command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Stream.concat(Stream.of(program("jcmd"), String.valueOf(process.pid())), Arrays.stream(command))
                                .toList())
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static ProcessBuilder builder(Path log, Stream<String> words) {
        return new ProcessBuilder(
                        Stream.concat(Stream.of(program("java"), HEAP), words).toList())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }
}
