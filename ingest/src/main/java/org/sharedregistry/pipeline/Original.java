package org.sharedregistry.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Signature;
import org.sharedregistry.storage.ContentHash;

/**
 * A file as it came, and how far its reading has got.
 *
 * @param size in bytes
 * @param failure why it could not be read, for a FAILED one
 * @param mediaType as found in its bytes; null until it was read
 * @param pageCount null until it was read
 * @param metadata what the file says of itself
 * @param depth how many containers it lay in when it first came
 * @param root the outermost of those; null for what came by itself
 * @param toPaginate whether its pages are but stretches of its text, until it is laid out
 * @param signatures in it, compared with it or with nothing; see {@link Signatures#verify}
 * @param reader the version of the text extraction that read it, or could not; null until then
 */
public record Original(
        ContentHash hash,
        long size,
        String fileName,
        State state,
        @Nullable String failure,
        @Nullable String failureDetail,
        @Nullable String mediaType,
        @Nullable Integer pageCount,
        Map<String, String> metadata,
        int depth,
        @Nullable ContentHash root,
        boolean toPaginate,
        List<Signature> signatures,
        @Nullable Integer reader) {

    public Original {
        metadata = Map.copyOf(metadata);
        signatures = List.copyOf(signatures);
    }

    /** Whether it has been read at least once; its pages are there, even while it is read anew. */
    boolean wasRead() {
        return pageCount != null;
    }

    /** The outermost container around it, or itself. */
    ContentHash outermost() {
        return root == null ? hash : root;
    }

    /** Where an original stands between arrival and the last of its pages read. */
    public enum State {
        /** Announced; its bytes may not be kept yet, and nobody was told that they are. */
        PENDING,
        RECEIVED,
        /** Being read, or waiting for its pictures to be read; pages that have been read are there already. */
        EXTRACTING,
        EXTRACTED,
        /** Some pages are pictures, and there is nothing here that could read them. */
        NEEDS_OCR,
        FAILED
    }
}
