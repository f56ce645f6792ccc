package org.sharedregistry.feed;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as the registry tells of it.
 *
 * @param containers the documents it came in, for what lay in an archive or a letter
 */
record Filed(
        UUID id,
        String status,
        String fileName,
        String sha256,
        @Nullable Reason failure,
        List<UUID> containers) {

    static final String FAILED = "FAILED";

    /** From these on nothing more is done for a document. */
    static final Set<String> FINAL = Set.of("INDEXED", "NEEDS_OCR", FAILED);

    /** Why it could not be read, as a code and in a sentence. */
    record Reason(String reason, String detail) {}
}
