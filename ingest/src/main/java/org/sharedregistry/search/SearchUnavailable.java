package org.sharedregistry.search;

import org.jspecify.annotations.Nullable;

/** The search engine cannot be reached, or its files cannot be used. */
public final class SearchUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SearchUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
