package org.sharedregistry.storage;

/** The store of originals cannot be reached, or its files cannot be used. */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
