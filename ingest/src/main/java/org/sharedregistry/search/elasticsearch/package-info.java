/** The search index in an Elasticsearch cluster, for any number of processes. */
@NullMarked
package org.sharedregistry.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
