@NullMarked
package org.sharedregistry.pages.desk;

import org.jspecify.annotations.NullMarked;
