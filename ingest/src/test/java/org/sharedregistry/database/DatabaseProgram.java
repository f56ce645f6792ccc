package org.sharedregistry.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that keeps a database running until its input ends, for {@link DatabaseChild}. */
final class DatabaseProgram {

    private DatabaseProgram() {}

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), Duration.ofMinutes(1))) {
            Login connection = database.database("registry");
            System.out.println("url " + connection.getJdbcUrl());
            System.in.read();
        } catch (DatabaseUnavailable e) {
            System.out.println("refused " + e.getMessage());
        }
    }
}
