package org.sharedregistry.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Under which account the server's programs run, since PostgreSQL refuses to run as root. */
final class ServerAccount {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /** Root seen by itself as nobody, without a right over others: the files stay root's. */
    private static final Command ROOT_WITHOUT_RIGHTS =
            Command.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY, "--");

    private ServerAccount() {}

    /**
     * The command in front of every program of the server.
     *
     * <p>Run by root, the programs take the account that owns the folder, so that its owner may start it the next
     * time. A folder of root's own is given to nobody where the system (as most containers do) forbids user namespaces.
     */
    static Command of(Path folder) throws IOException, InterruptedException {
        if (owner(Path.of("/proc/self")) != ROOT) {
            return Command.of();
        }
        int owner = owner(folder);
        if (owner == ROOT && ROOT_WITHOUT_RIGHTS.with("true").succeeds()) {
            return ROOT_WITHOUT_RIGHTS;
        }
        int account = owner == ROOT ? NOBODY : owner;
        Command.of("chown", "-R", account + ":" + account, folder).run();
        return Command.of("setpriv", "--reuid=" + account, "--regid=" + account, "--clear-groups", "--");
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
