/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages.search;

import org.jspecify.annotations.NullMarked;
