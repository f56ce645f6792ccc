/** Who asks, for whom, and what they may do. */
@NullMarked
package org.sharedregistry.access;

import org.jspecify.annotations.NullMarked;
