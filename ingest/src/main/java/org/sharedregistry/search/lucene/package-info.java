/** The search index in files of its own, for one process, by Lucene. */
@NullMarked
package org.sharedregistry.search.lucene;

import org.jspecify.annotations.NullMarked;
