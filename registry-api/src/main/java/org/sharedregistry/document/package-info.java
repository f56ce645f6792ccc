/** Who filed which original for what, and who may read it. */
@NullMarked
package org.sharedregistry.document;

import org.jspecify.annotations.NullMarked;
