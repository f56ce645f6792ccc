package org.sharedregistry.feed;

/** The command cannot be done as it was given; the message says what to change. */
final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }
}
