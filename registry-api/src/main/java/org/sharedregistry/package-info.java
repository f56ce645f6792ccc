/** The application itself; everything it does lives in the packages below, one for each subject. */
@NullMarked
package org.sharedregistry;

import org.jspecify.annotations.NullMarked;
