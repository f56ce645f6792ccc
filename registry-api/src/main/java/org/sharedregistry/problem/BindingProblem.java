package org.sharedregistry.problem;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.FieldError;

/** A parameter whose text is no value of the kind that it takes. */
final class BindingProblem {

    private BindingProblem() {}

    static RegistryProblem of(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? of(error.getField(), error.unwrap(TypeMismatchException.class))
                : RegistryProblem.parameter(error.getField(), String.valueOf(error.getDefaultMessage()));
    }

    static RegistryProblem of(String name, TypeMismatchException mismatch) {
        return of(name, mismatch.getValue(), mismatch.getRequiredType());
    }

    static RegistryProblem of(String name, @Nullable Object value, @Nullable Class<?> type) {
        return RegistryProblem.parameter(name, "\"" + shortened(value) + "\" is not " + expected(type));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()) + ".";
        }
        return Map.of(
                        "LocalDate", "a date such as 2026-11-23.",
                        "Instant", "a moment such as 2026-11-23T10:00:00Z.",
                        "UUID", "an id as the registry gives them.",
                        "BigDecimal", "a number such as 12.5.",
                        "int", "a whole number.",
                        "Integer", "a whole number.")
                .getOrDefault(type == null ? "" : type.getSimpleName(), "of the form needed.");
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
