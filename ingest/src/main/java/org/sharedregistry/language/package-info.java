/** The one text analysis for Russian, Belarusian and English, used by index, query and highlighting alike. */
@NullMarked
package org.sharedregistry.language;

import org.jspecify.annotations.NullMarked;
