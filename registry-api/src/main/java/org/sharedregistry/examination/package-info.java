/** What filed papers say, held against what the registry has: candidates, mismatches, drafts, chains, and what belongs together. */
@NullMarked
package org.sharedregistry.examination;

import org.jspecify.annotations.NullMarked;
