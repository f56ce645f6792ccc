package org.sharedregistry.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.SearchState;
import org.sharedregistry.search.SearchState.Degradation;

/**
 * How search is.
 *
 * @param reason what is wrong, and {@code text} the same in a sentence; null when nothing is
 * @param since when it came to be so, as far as the node has seen that answers
 * @param behind how many changes cannot be found yet, counted up to 10,000
 * @param generation the index that is searched; for operators
 * @param filling the index being filled, if any; for operators
 */
record IndexStatus(
        Status status,
        @Nullable Degradation reason,
        @Nullable String text,
        Instant since,
        long behind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String generation,

        @JsonInclude(JsonInclude.Include.NON_NULL) SearchState.@Nullable Filling filling) {

    static IndexStatus of(SearchState state, boolean whole) {
        return new IndexStatus(
                state.isDegraded() ? Status.DEGRADED : Status.READY,
                state.degradation(),
                state.reason().orElse(null),
                state.since(),
                state.behind(),
                whole ? state.generation() : null,
                whole ? state.filling() : null);
    }

    enum Status {
        READY,
        DEGRADED
    }
}
