/** Signing in, and a person's own account. */
@NullMarked
package org.sharedregistry.pages.account;

import org.jspecify.annotations.NullMarked;
