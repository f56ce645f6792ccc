/** Where originals are kept, addressed by the SHA-256 of their bytes. */
@NullMarked
package org.sharedregistry.storage;

import org.jspecify.annotations.NullMarked;
