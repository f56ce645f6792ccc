/** Pages of a customs officer, and of whoever else has a number to verify. */
@NullMarked
package org.sharedregistry.pages.verify;

import org.jspecify.annotations.NullMarked;
