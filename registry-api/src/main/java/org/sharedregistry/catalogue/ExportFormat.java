package org.sharedregistry.catalogue;

import java.util.List;
import java.util.Locale;
import org.sharedregistry.problem.RegistryProblem;

/** What an export can be written as. */
enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    NDJSON("application/x-ndjson");

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    static ExportFormat of(String parameter) {
        return List.of(values()).stream()
                .filter(format -> format.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(() -> RegistryProblem.parameter("format", "An export is written as csv or ndjson."));
    }

    /** As a content type. */
    String type() {
        return type;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
