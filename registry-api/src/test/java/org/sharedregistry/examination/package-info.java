/** Tests of this subject. */
@NullMarked
package org.sharedregistry.examination;

import org.jspecify.annotations.NullMarked;
