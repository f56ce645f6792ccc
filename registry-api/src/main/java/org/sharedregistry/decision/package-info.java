/** What the authority of each state decides on goods, two persons for each decision. */
@NullMarked
package org.sharedregistry.decision;

import org.jspecify.annotations.NullMarked;
