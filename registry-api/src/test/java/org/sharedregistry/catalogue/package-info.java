/** Tests of this subject. */
@NullMarked
package org.sharedregistry.catalogue;

import org.jspecify.annotations.NullMarked;
