/** Tests of this subject. */
@NullMarked
package org.sharedregistry.verification;

import org.jspecify.annotations.NullMarked;
