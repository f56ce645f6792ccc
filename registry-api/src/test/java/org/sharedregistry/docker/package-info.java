/** What {@code docker/} says, held against what the registry does. */
@NullMarked
package org.sharedregistry.docker;

import org.jspecify.annotations.NullMarked;
