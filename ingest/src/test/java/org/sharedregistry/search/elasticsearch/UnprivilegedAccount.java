package org.sharedregistry.search.elasticsearch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs Elasticsearch, which refuses to be run by root: ourselves where we are not root.
 *
 * @param prefix the command in front of the one to run
 * @param programs where that user finds the programs
 */
record UnprivilegedAccount(List<String> prefix, Path programs) {

    /** Root seen by itself as nobody, without a right over others: the files stay root's. */
    private static final List<String> ROOT_WITHOUT_RIGHTS =
            List.of("unshare", "--user", "--map-user=65534", "--map-group=65534");

    private static final List<String> NOBODY = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    /**
     * Where the system forbids root user namespaces, as most containers do, {@code folder} is given to nobody, together
     * with a copy of the programs, since those may lie where nobody may not look.
     */
    static UnprivilegedAccount of(Path folder, Path programs) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return new UnprivilegedAccount(List.of(), programs);
        }
        UnprivilegedAccount root = new UnprivilegedAccount(ROOT_WITHOUT_RIGHTS, programs);
        if (start(root.command("true")).waitFor() == 0) {
            return root;
        }
        run("cp", "-a", programs.toString(), folder.toString());
        run("chown", "-R", "65534:65534", folder.toString());
        return new UnprivilegedAccount(NOBODY, folder.resolve(programs.getFileName()));
    }

    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (start(List.of(command)).waitFor() != 0) {
            throw new IllegalStateException("Failed: " + List.of(command));
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
