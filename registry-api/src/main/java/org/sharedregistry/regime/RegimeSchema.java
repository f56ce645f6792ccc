package org.sharedregistry.regime;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.DefaultNodeReader;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

/** The form that a regime file must have. */
@Component
class RegimeSchema {

    private static final Resource FILE = new ClassPathResource("regimes/regime.schema.json");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Schema schema;

    RegimeSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.nodeReader(DefaultNodeReader.Builder::locationAware));
        try (InputStream in = FILE.getInputStream()) {
            schema = registry.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of regimes is missing", e);
        }
    }

    Resource file() {
        return FILE;
    }

    /**
     * Goes on only with a file of the right form.
     *
     * @throws RegistryProblem REGIME_REFUSED with each place that is wrong: line, JSON pointer and the rule that it breaks
     */
    void check(String file) {
        requireJson(file);
        List<Error> errors = schema.validate(
                file,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw refused(errors.stream().map(RegimeSchema::fault).toList());
        }
    }

    private static void requireJson(String file) {
        try {
            JSON.readTree(file);
        } catch (JacksonException e) {
            throw refused(List.of(
                    new Fault(line(e.getLocation()), "", "json", "The file is not JSON: " + e.getOriginalMessage())));
        }
    }

    /** The refusal of a file for what is wrong with it. */
    static RegistryProblem refused(List<Fault> faults) {
        Fault first = faults.get(0);
        return new RegistryProblem(
                        ProblemType.REGIME_REFUSED,
                        "The version in force stays as it is. Line " + first.line + ", rule " + first.rule + ": "
                                + first.message)
                .with("errors", faults);
    }

    private static Fault fault(Error error) {
        TokenStreamLocation location =
                error.getInstanceNode() == null ? null : JsonNodes.tokenStreamLocationOf(error.getInstanceNode());
        return new Fault(
                line(location), error.getInstanceLocation().toString(), error.getKeyword(), error.getMessage());
    }

    private static @Nullable Integer line(@Nullable TokenStreamLocation location) {
        return location == null ? null : location.getLineNr();
    }

    /**
     * What is wrong in a file.
     *
     * @param line counted from 1; null where it has none
     * @param pointer to the value, as JSON path
     * @param rule of the schema, or of the versions of a regime
     */
    record Fault(@Nullable Integer line, String pointer, String rule, String message) {}
}
