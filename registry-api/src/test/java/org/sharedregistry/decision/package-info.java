/** Tests of the package of the same name. */
@NullMarked
package org.sharedregistry.decision;

import org.jspecify.annotations.NullMarked;
