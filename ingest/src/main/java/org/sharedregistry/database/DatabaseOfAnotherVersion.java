package org.sharedregistry.database;

import java.nio.file.Path;

/** The data were written by another major version of PostgreSQL; nothing was changed. */
final class DatabaseOfAnotherVersion extends DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    DatabaseOfAnotherVersion(Path data, String found, String expected) {
        super(
                "The data in " + data + " belong to PostgreSQL " + found + ", but this program brings PostgreSQL "
                        + expected + ". Nothing was changed.",
                "Start the release that wrote them, or move them with that version's pg_dump; see docs/operations.md.");
    }
}
