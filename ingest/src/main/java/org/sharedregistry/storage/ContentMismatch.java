package org.sharedregistry.storage;

/** The bytes of an object are not those its key promises: it was damaged or tampered with. */
public final class ContentMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContentMismatch(ContentHash expected, ContentHash actual) {
        super("Expected the content " + expected + " but found " + actual);
    }
}
