package org.sharedregistry.recognition;

import java.util.Set;

/**
 * A conformity assessment body or laboratory: for what it is accredited.
 *
 * @param accreditation its number
 * @param scope regulations and standards; empty when its accreditation names none, which limits nothing
 */
public record BodyFact(String accreditation, Accreditation status, Set<String> scope) {

    public BodyFact {
        scope = Designation.keys(scope);
    }

    /** Whether it may attest to what names these regulations and standards. */
    boolean isAccreditedFor(Claims claims) {
        return status == Accreditation.ACTIVE
                && (scope.isEmpty()
                        || claims.namesAny(scope)
                        || (claims.regulations().isEmpty() && claims.standards().isEmpty()));
    }

    /** Where an accreditation stands; a reduced one has a smaller scope. */
    public enum Accreditation {
        ACTIVE,
        SUSPENDED,
        TERMINATED
    }
}
