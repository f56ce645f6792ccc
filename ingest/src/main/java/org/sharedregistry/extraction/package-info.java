/** From the bytes of a file to pages of text with word boxes, or to rows, always in a parser child process. */
@NullMarked
package org.sharedregistry.extraction;

import org.jspecify.annotations.NullMarked;
