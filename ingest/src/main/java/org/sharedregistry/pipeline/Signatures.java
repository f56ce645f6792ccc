package org.sharedregistry.pipeline;

import java.util.List;
import org.sharedregistry.extraction.Signature;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.storage.ContentHash;
import org.springframework.stereotype.Component;

/** Compares files of signatures with the files they were made for. */
@Component
public class Signatures {

    private final Originals originals;
    private final Incoming incoming;
    private final TextExtractor extractor;

    Signatures(Originals originals, Incoming incoming, TextExtractor extractor) {
        this.originals = originals;
        this.incoming = incoming;
        this.extractor = extractor;
    }

    /**
     * The signatures in one original over another; see {@link Signature} for what that says and what not.
     *
     * @throws org.sharedregistry.storage.StorageUnavailable when one of them cannot be read now
     */
    public List<Signature> verify(ContentHash signature, ContentHash content) {
        try (Incoming.Received signatures = originals.copy(signature, incoming);
                Incoming.Received signed = originals.copy(content, incoming)) {
            return extractor.signatures(signatures.file(), signed.file());
        }
    }
}
