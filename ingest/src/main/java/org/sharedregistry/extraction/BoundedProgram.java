package org.sharedregistry.extraction;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs a program over an untrusted file, within bounds of memory and processor time. */
final class BoundedProgram {

    /** Of address space; a page of 40 million pixels takes a third of it, and so does an ordinary letter. */
    private static final int MAX_KILOBYTES = 3_000_000;

    private BoundedProgram() {}

    static boolean isInstalled(String program) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /**
     * @param folder in which it works
     * @param seconds of processor time
     * @return the lines that it wrote
     * @throws IOException when it is not there, or did not end well
     */
    static List<String> run(Path folder, long seconds, List<String> command) throws IOException {
        // The shell sets the bounds and then becomes the program, so there is one process to be killed; and should
        // nobody be left to kill it, it ends by itself.
        // Where a bound cannot be set, nothing is run.
        List<String> bounded = new ArrayList<>(List.of(
                "sh", "-c", "ulimit -v " + MAX_KILOBYTES + " && ulimit -t " + seconds + " && exec \"$0\" \"$@\""));
        bounded.addAll(command);
        Process process = new ProcessBuilder(bounded)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        int exit = waitFor(process);
        if (exit != 0) {
            throw new IOException(command.get(0) + " ended with " + exit);
        }
        return lines;
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a program", e);
        }
    }
}
