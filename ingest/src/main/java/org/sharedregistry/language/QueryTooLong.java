package org.sharedregistry.language;

/** A query has more characters or words than are looked at. The message says so to a person. */
public final class QueryTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueryTooLong(String message) {
        super(message);
    }
}
