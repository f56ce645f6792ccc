/** Tests of this subject. */
@NullMarked
package org.sharedregistry.attestation;

import org.jspecify.annotations.NullMarked;
