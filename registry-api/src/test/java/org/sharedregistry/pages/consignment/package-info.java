/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages.consignment;

import org.jspecify.annotations.NullMarked;
