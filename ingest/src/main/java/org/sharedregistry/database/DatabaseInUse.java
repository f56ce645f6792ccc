package org.sharedregistry.database;

import java.nio.file.Path;

/** Another running instance holds the database folder. */
final class DatabaseInUse extends DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    DatabaseInUse(Path folder, String holder) {
        super(
                "The database folder " + folder + " is in use by process " + holder + ".",
                "Stop that process, or give this one a folder of its own with registry.database.folder.");
    }
}
