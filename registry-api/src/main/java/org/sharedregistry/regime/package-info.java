/** Regimes of recognition as versioned data. */
@NullMarked
package org.sharedregistry.regime;

import org.jspecify.annotations.NullMarked;
