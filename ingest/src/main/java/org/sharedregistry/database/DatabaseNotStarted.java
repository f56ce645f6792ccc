package org.sharedregistry.database;

/** The server's programs were there but did not come to a running server. */
final class DatabaseNotStarted extends DatabaseUnavailable {

    private static final long serialVersionUID = 1L;

    DatabaseNotStarted(String reason) {
        super(
                "The embedded database did not start: " + reason,
                "Remove the cause (server.log in the database folder tells more), or " + EXTERNAL + ".");
    }

    DatabaseNotStarted(Exception cause) {
        this(cause.toString());
        initCause(cause);
    }
}
