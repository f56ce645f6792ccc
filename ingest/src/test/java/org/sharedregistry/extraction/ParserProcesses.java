package org.sharedregistry.extraction;

import java.io.IOException;
import java.util.List;

/** The parser processes of this JVM, as the system sees them. */
final class ParserProcesses {

    private ParserProcesses() {}

    static List<ProcessHandle> running() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .toList();
    }

    /** Stops a process in the middle of whatever it does, so that it neither works nor ends. */
    static void freeze(ProcessHandle process) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill ended with " + exit);
        }
    }
}
