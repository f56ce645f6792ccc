/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages.verify;

import org.jspecify.annotations.NullMarked;
