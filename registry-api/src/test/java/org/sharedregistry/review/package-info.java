/** Tests of the package of the same name. */
@NullMarked
package org.sharedregistry.review;

import org.jspecify.annotations.NullMarked;
