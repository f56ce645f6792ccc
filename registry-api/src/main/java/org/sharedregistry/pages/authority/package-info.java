/** The desk of an authority: what waits for it, entries with their evidence, decisions, attestations and findings. */
@NullMarked
package org.sharedregistry.pages.authority;

import org.jspecify.annotations.NullMarked;
