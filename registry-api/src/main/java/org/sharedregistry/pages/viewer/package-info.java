/** Looking at a document: its pages, their text, and what it says differently from the registry. */
@NullMarked
package org.sharedregistry.pages.viewer;

import org.jspecify.annotations.NullMarked;
