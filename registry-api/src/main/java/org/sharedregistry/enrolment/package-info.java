/** How organisations and their people come to accounts: by asking, being confirmed, and inviting each other. */
@NullMarked
package org.sharedregistry.enrolment;

import org.jspecify.annotations.NullMarked;
