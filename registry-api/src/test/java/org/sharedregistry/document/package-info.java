/** Tests of this subject. */
@NullMarked
package org.sharedregistry.document;

import org.jspecify.annotations.NullMarked;
