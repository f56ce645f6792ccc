package org.sharedregistry.database;

/** The embedded database cannot be started; the message is one line for the operator, as is the remedy. */
abstract sealed class DatabaseUnavailable extends RuntimeException
        permits DatabaseInUse, DatabaseOfAnotherVersion, DatabaseNotStarted, NoDatabaseForPlatform {

    private static final long serialVersionUID = 1L;

    /** How to use a database outside instead. */
    static final String EXTERNAL = "name an external PostgreSQL 18 with spring.datasource.url, .username and .password";

    private final String remedy;

    DatabaseUnavailable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
