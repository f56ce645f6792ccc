package org.sharedregistry.search.elasticsearch;

/** What a generation is there for. */
enum Role {
    /** Searches see it. */
    ACTIVE,
    /** It is being filled. */
    NEXT
}
