@NullMarked
package org.sharedregistry.pages.authority;

import org.jspecify.annotations.NullMarked;
