/** The registry as a process of its own, killed in the middle of its work. */
@NullMarked
package org.sharedregistry.killed;

import org.jspecify.annotations.NullMarked;
