package org.sharedregistry.document;

import java.util.Map;
import org.sharedregistry.document.DocumentView.Status;

/**
 * How far the documents of a batch have got.
 *
 * @param total how many there are, those included that came within others
 * @param counts how many of them have got how far
 */
record BatchView(String batch, long total, Map<Status, Long> counts) {

    BatchView {
        counts = Map.copyOf(counts);
    }

    boolean isFinal() {
        return counts.keySet().stream().allMatch(Status::isFinal);
    }
}
