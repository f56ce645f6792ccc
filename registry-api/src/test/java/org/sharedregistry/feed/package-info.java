/** Tests of this subject. */
@NullMarked
package org.sharedregistry.feed;

import org.jspecify.annotations.NullMarked;
