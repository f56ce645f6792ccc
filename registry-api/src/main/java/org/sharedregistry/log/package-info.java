/** The append-only record of every change of a fact; its order is the order of all changes. */
@NullMarked
package org.sharedregistry.log;

import org.jspecify.annotations.NullMarked;
