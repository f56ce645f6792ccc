package org.sharedregistry.extraction;

import java.io.IOException;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Reason;

/** A picture is not read, and the uploader can be told why. */
final class PictureRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    PictureRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    Failed failed() {
        return new Failed(reason, detail);
    }
}
