/** Tests of this subject. */
@NullMarked
package org.sharedregistry.recognition;

import org.jspecify.annotations.NullMarked;
