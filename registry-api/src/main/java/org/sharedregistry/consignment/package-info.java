/** A consignment verified in one call: thousands of lines in, as many answers out, in the same order. */
@NullMarked
package org.sharedregistry.consignment;

import org.jspecify.annotations.NullMarked;
