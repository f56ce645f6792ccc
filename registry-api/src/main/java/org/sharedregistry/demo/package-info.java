/** A made-up registry that fills an empty one, so that a newcomer has something to ask about. */
@NullMarked
package org.sharedregistry.demo;

import org.jspecify.annotations.NullMarked;
