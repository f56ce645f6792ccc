/** The answer to a number: is the document good, and are the goods recognised? */
@NullMarked
package org.sharedregistry.verification;

import org.jspecify.annotations.NullMarked;
