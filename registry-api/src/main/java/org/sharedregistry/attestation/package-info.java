/** Certificates, declarations, production confirmations and test reports, the bodies that issue them, and what was decided on them since. */
@NullMarked
package org.sharedregistry.attestation;

import org.jspecify.annotations.NullMarked;
