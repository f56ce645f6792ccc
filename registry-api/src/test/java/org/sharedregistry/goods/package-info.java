/** Tests of this subject. */
@NullMarked
package org.sharedregistry.goods;

import org.jspecify.annotations.NullMarked;
