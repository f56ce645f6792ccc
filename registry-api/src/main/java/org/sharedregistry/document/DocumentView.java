package org.sharedregistry.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind.Visibility;

/**
 * A document as callers see it.
 *
 * @param status how far its reading has got
 * @param size in bytes
 * @param pages null until it was read
 * @param pagesToRecognise how many of its pages are pictures that nothing has read yet
 * @param metadata what the file says of itself, and under {@code truncated}, {@code damaged} and {@code members} what
 *     was not read of it
 * @param failure for a FAILED one, why
 * @param containers the documents it came in, for a member of an archive or an attachment
 * @param supersedes the older document in whose place it was filed
 * @param supersededBy the newer document that was filed in its place
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
        int pagesToRecognise,
        Map<String, String> metadata,
        @Nullable Failure failure,
        List<UUID> containers,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy) {

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
        FAILED;

        /** Whether nothing more is done for such a document by itself, as long as the tools stay the same. */
        public boolean isFinal() {
            return this == INDEXED || this == NEEDS_OCR || this == FAILED;
        }
    }

    /** Why a document was not read, as a code and in a sentence. */
    public record Failure(String reason, String detail) {}

    /**
     * A document that has just been filed: the same whether its bytes are new or somebody else has filed them before,
     * lest one finds out what others have.
     */
    static DocumentView received(Document document, long size) {
        return new DocumentView(
                document.id(),
                Status.RECEIVED,
                document.fileName(),
                document.kind(),
                document.visibility(),
                document.original().hex(),
                size,
                null,
                null,
                0,
                Map.of(),
                null,
                List.of(),
                document.supersedes(),
                null);
    }
}
