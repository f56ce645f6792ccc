package org.sharedregistry.pipeline;

import java.util.UUID;
import org.sharedregistry.storage.ContentHash;

/**
 * The right of one worker to read an original, as long as it renews it.
 *
 * @param owner on whose behalf it is read
 * @param attempt how often it was claimed in this lane, with this time
 */
record Claim(UUID id, ContentHash original, Lane lane, String owner, int attempt) {

    /** Another worker has taken over: what this one did is void. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost(Claim claim) {
            super("The claim on " + claim.original() + " has run out");
        }
    }
}
