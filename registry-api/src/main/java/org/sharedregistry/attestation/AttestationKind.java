package org.sharedregistry.attestation;

import org.sharedregistry.identifier.IdentifierKind;
import org.sharedregistry.identifier.Reading;

/** What an attestation is. Which kinds prove what is for each regime to say. */
public enum AttestationKind {
    EAEU_CERTIFICATE,
    EAEU_DECLARATION,
    NATIONAL_CERTIFICATE,
    NATIONAL_DECLARATION,
    /** An entry of the register under Resolution 719. */
    PRODUCTION_REGISTER_ENTRY,
    /** An entry of the Eurasian registry of industrial goods; its numbers have no form of their own. */
    EURASIAN_REGISTER_ENTRY,
    /** A certificate of own production of the Belarusian chamber of commerce. */
    OWN_PRODUCTION_CERTIFICATE,
    /** A confirmation of the status of a good of the Union State; its numbers have no form of their own yet. */
    UNION_STATE_GOOD,
    CERTIFICATE_OF_ORIGIN,
    TEST_REPORT;

    /** Whether a number read in this way can be the number of such an attestation. */
    boolean isNamedBy(Reading reading) {
        IdentifierKind kind = reading.kind();
        return kind.name().equals(name());
    }
}
