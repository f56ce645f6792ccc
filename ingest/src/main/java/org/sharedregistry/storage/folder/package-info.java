/** Originals as files in a folder. */
@NullMarked
package org.sharedregistry.storage.folder;

import org.jspecify.annotations.NullMarked;
