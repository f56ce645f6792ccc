/** Tests of the application as a whole. */
@NullMarked
package org.sharedregistry;

import org.jspecify.annotations.NullMarked;
