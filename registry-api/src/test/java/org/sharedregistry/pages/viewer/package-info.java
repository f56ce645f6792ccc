/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages.viewer;

import org.jspecify.annotations.NullMarked;
