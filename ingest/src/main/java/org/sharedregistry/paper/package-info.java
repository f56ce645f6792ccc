/** What a paper says: which kind of paper it is, and the particulars that stand in it, each with its place. Pure. */
@NullMarked
package org.sharedregistry.paper;

import org.jspecify.annotations.NullMarked;
