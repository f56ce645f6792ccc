/** Tests of this subject. */
@NullMarked
package org.sharedregistry.problem;

import org.jspecify.annotations.NullMarked;
