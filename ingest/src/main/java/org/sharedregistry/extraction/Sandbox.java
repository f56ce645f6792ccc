package org.sharedregistry.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the network away from a process, where the system lets us. */
final class Sandbox {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);

    private static final List<List<String>> WAYS = List.of(
            List.of("unshare", "--net", "--"), List.of("unshare", "--user", "--map-current-user", "--net", "--"));

    private Sandbox() {}

    /** What to put before a command; nothing where no way works. */
    static List<String> prefix() {
        for (List<String> way : WAYS) {
            if (works(way)) {
                log.info("Parser processes have no network, by {}", String.join(" ", way));
                return way;
            }
        }
        log.warn("Parser processes keep their network: the system allows no network namespaces");
        return List.of();
    }

    private static boolean works(List<String> way) {
        List<String> command = new ArrayList<>(way);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // There is no such program: that is an answer.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
