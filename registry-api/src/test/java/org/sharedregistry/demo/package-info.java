/** The generator of the demo's documents. */
@NullMarked
package org.sharedregistry.demo;

import org.jspecify.annotations.NullMarked;
