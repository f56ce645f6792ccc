package org.sharedregistry.search.elasticsearch;

/**
 * What everybody may see and what only some may see lie in two indices, so that the statistics of the hidden never show
 * in the ranking of the open.
 */
enum Half {
    PUBLIC,
    RESTRICTED
}
