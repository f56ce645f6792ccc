/** Tests of this subject. */
@NullMarked
package org.sharedregistry.pages.enrolment;

import org.jspecify.annotations.NullMarked;
