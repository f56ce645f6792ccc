/** Pages of a buyer: searching, an entry, and its extract to print. */
@NullMarked
package org.sharedregistry.pages.search;

import org.jspecify.annotations.NullMarked;
