/** Search over goods and the pages of documents. */
@NullMarked
package org.sharedregistry.catalogue;

import org.jspecify.annotations.NullMarked;
