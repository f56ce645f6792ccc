package org.sharedregistry.storage;

/** Nothing is kept under the key asked for. */
public final class ObjectNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ObjectNotFound(ContentHash hash) {
        super("No object " + hash);
    }
}
