package org.sharedregistry.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind.Visibility;

/**
 * A document as callers see it.
 *
 * @param status how far its reading has got
 * @param size in bytes
 * @param failure for a FAILED one, why
 * @param pages null until it was read
 */
public record DocumentView(
        UUID id,
        Status status,
        String fileName,
        DocumentKind kind,
        Visibility visibility,
        String sha256,
        long size,
        @Nullable String mediaType,
        @Nullable Integer pages,
        @Nullable Failure failure) {

    /** From arrival to the search index. */
    public enum Status {
        RECEIVED,
        EXTRACTING,
        /** The text is safe and waits for the index. */
        EXTRACTED,
        /** Every page with text is found by searches. */
        INDEXED,
        /** Some pages are pictures that nothing here can read; the others are found. */
        NEEDS_OCR,
        FAILED
    }

    /** Why a document was not read, as a code and in a sentence. */
    public record Failure(@Nullable String reason, @Nullable String detail) {}
}
