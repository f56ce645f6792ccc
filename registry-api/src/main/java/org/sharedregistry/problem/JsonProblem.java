package org.sharedregistry.problem;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body, and where in it. */
public final class JsonProblem {

    private JsonProblem() {}

    /** @param cause what the parser said; null when there was no body at all */
    public static RegistryProblem of(@Nullable JacksonException cause) {
        if (cause == null) {
            return new RegistryProblem(ProblemType.MALFORMED_BODY, "The body is missing.");
        }
        if (cause.getCause() instanceof RegistryProblem refused) {
            return refused;
        }
        if (cause instanceof StreamReadException) {
            return new RegistryProblem(ProblemType.MALFORMED_BODY, "The body is not well-formed JSON.")
                    .with("line", cause.getLocation().getLineNr())
                    .with("column", cause.getLocation().getColumnNr());
        }
        if (cause instanceof StreamConstraintsException) {
            return new RegistryProblem(
                    ProblemType.MALFORMED_BODY, "The body nests too deep, or has a text or number that is too long.");
        }
        String pointer = pointer(cause);
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return RegistryProblem.field(
                    pointer, "The field is not known here. Known are: " + unknown.getKnownPropertyIds() + ".");
        }
        return RegistryProblem.field(pointer, "The value is missing, or has not the form that this field takes.");
    }

    private static String pointer(JacksonException cause) {
        if (!(cause instanceof DatabindException)) {
            return "";
        }
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : cause.getPath()) {
            pointer.append('/').append(step.getPropertyName() != null ? step.getPropertyName() : step.getIndex());
        }
        return pointer.toString();
    }
}
