/** The numbers of the field: their grammar, the folding of look-alike letters, and finding them in running text. */
@NullMarked
package org.sharedregistry.identifier;

import org.jspecify.annotations.NullMarked;
