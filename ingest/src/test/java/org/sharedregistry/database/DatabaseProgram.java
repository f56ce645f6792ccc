package org.sharedregistry.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The program of {@link DatabaseChild}: keeps a database running until its input ends. */
final class DatabaseProgram {

    static final String READY = "ready ";
    static final String REFUSED = "refused ";

    private DatabaseProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Duration.ofMinutes(1))) {
            System.out.println(READY + database.database("registry").getJdbcUrl());
            while (System.in.read() >= 0) {}
        } catch (DatabaseUnavailable e) {
            System.out.println(REFUSED + e.getMessage() + " " + e.remedy());
        }
    }
}
