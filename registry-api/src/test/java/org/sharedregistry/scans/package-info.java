/** Scans of the field's own forms, made up together with what stands on them, to judge how well papers are read. */
@NullMarked
package org.sharedregistry.scans;

import org.jspecify.annotations.NullMarked;
