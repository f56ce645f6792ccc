/** The way of an original from received to searchable. */
@NullMarked
package org.sharedregistry.pipeline;

import org.jspecify.annotations.NullMarked;
