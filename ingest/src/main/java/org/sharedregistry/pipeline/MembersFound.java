package org.sharedregistry.pipeline;

import org.sharedregistry.storage.ContentHash;

/** Published in the transaction in which members of a container were kept: whoever filed it has filed them too. */
public record MembersFound(ContentHash container) {}
