package org.sharedregistry.pipeline;

import org.sharedregistry.storage.ContentHash;

/** Published in the transaction in which it was recorded what an original says, and its last page was read. */
public record PaperRead(ContentHash original) {}
