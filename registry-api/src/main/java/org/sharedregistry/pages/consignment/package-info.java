/** Checking a whole consignment. */
@NullMarked
package org.sharedregistry.pages.consignment;

import org.jspecify.annotations.NullMarked;
