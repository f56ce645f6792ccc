/** Tests of this subject. */
@NullMarked
package org.sharedregistry.consignment;

import org.jspecify.annotations.NullMarked;
