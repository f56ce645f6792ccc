/** Tests of this subject. */
@NullMarked
package org.sharedregistry.notice;

import org.jspecify.annotations.NullMarked;
