/** What can go wrong for a caller, and the one place where a failure becomes an HTTP answer. */
@NullMarked
package org.sharedregistry.problem;

import org.jspecify.annotations.NullMarked;
