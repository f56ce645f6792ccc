/** What all lists have in common: parts of a size, each leading to the next. */
@NullMarked
package org.sharedregistry.listing;

import org.jspecify.annotations.NullMarked;
