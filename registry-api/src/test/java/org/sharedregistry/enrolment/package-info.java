/** Tests of this subject. */
@NullMarked
package org.sharedregistry.enrolment;

import org.jspecify.annotations.NullMarked;
