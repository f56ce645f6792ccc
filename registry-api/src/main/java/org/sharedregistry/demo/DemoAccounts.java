package org.sharedregistry.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Accounts.Credentials;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of the demo, and the file their random secrets go to. */
final class DemoAccounts {

    private final Accounts accounts;
    private final List<Credentials> credentials = new ArrayList<>();
    private final Map<String, Caller> callers = new HashMap<>();

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    Caller create(String name, Role role, @Nullable String state, @Nullable UUID organisation) {
        credentials.add(accounts.create(name, role, state, organisation));
        Caller caller = new Caller(name, role, state, organisation);
        callers.put(name, caller);
        return caller;
    }

    Caller named(String name) {
        return Objects.requireNonNull(callers.get(name), name);
    }

    /** Writes a file that only its owner may read. */
    void write(Path file, JsonMapper json) {
        List<Line> lines = credentials.stream().map(Line::of).toList();
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(lines));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the demo's accounts to " + file, e);
        }
    }

    private record Line(
            String account, String role, @Nullable String state, String password, String apiKey) {
        static Line of(Credentials each) {
            return new Line(
                    each.account(),
                    each.role().name().toLowerCase(Locale.ROOT),
                    each.state(),
                    each.password(),
                    each.apiKey());
        }
    }
}
