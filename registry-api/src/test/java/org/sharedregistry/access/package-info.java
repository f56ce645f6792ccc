/** Tests of this subject. */
@NullMarked
package org.sharedregistry.access;

import org.jspecify.annotations.NullMarked;
