/** An entry with everything around it: what it rests on, what was decided, what follows for each state. */
@NullMarked
package org.sharedregistry.review;

import org.jspecify.annotations.NullMarked;
