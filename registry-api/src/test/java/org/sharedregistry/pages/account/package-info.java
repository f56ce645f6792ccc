/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages.account;

import org.jspecify.annotations.NullMarked;
