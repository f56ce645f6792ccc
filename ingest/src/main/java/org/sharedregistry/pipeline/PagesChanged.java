package org.sharedregistry.pipeline;

import org.sharedregistry.storage.ContentHash;

/** Published in the transaction in which pages of an original were read: what rests on them must be indexed anew. */
public record PagesChanged(ContentHash original) {}
