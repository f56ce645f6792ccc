/** The desk of a manufacturer: its goods, its papers, and what is asked of it. */
@NullMarked
package org.sharedregistry.pages.desk;

import org.jspecify.annotations.NullMarked;
