/** How well searches rank what people judged: the measure, the command that prints it, and the test that keeps it. */
@NullMarked
package org.sharedregistry.judged;

import org.jspecify.annotations.NullMarked;
