/** The search index: what is written to it, what is asked of it, and the list of changes it has yet to take in. */
@NullMarked
package org.sharedregistry.search;

import org.jspecify.annotations.NullMarked;
