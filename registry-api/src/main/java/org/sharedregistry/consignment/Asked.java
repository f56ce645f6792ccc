package org.sharedregistry.consignment;

import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.verification.VerificationQuery;

/** A line with the question that was made of it, or with why none could be made. */
record Asked(
        Line line,
        @Nullable VerificationQuery question,
        @Nullable RegistryProblem problem) {

    /** Of the texts: ru, be or en. */
    String language() {
        return question == null || question.lang() == null ? "en" : question.lang();
    }
}
