/** The web pages. */
@NullMarked
package org.sharedregistry.pages;

import org.jspecify.annotations.NullMarked;
