package org.sharedregistry.feed;

/** The registry did not answer, however often it was asked. */
final class RegistryUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegistryUnreachable(String message) {
        super(message);
    }
}
