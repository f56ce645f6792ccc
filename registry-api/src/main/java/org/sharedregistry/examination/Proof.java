package org.sharedregistry.examination;

import java.util.List;
import java.util.UUID;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Particular;
import org.sharedregistry.paper.Particular.Box;

/**
 * Where a value stands: the document, its page, the stretch of that page's text, and for a picture the boxes of its words.
 */
public record Proof(
        UUID document, int page, int start, int end, String raw, String value, Certainty certainty, List<Box> boxes) {

    static Proof of(UUID document, Particular particular) {
        return new Proof(
                document,
                particular.page(),
                particular.start(),
                particular.end(),
                particular.raw(),
                particular.value(),
                particular.certainty(),
                particular.boxes());
    }
}
