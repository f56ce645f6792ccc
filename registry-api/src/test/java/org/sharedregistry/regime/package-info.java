/** Tests of the package of the same name. */
@NullMarked
package org.sharedregistry.regime;

import org.jspecify.annotations.NullMarked;
