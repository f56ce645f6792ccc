/** Goods as entered by their manufacturers. */
@NullMarked
package org.sharedregistry.goods;

import org.jspecify.annotations.NullMarked;
