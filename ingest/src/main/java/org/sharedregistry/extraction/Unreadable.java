package org.sharedregistry.extraction;

import java.io.IOException;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Reason;

/** A file is not read, for a reason that was found before a parser could stumble over it. */
final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    Unreadable(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    Failed failed() {
        return new Failed(reason, detail);
    }
}
