/** Asking to be let in, and deciding on it. */
@NullMarked
package org.sharedregistry.pages.enrolment;

import org.jspecify.annotations.NullMarked;
