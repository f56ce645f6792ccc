/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages;

import org.jspecify.annotations.NullMarked;
