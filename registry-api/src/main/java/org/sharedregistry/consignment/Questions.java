package org.sharedregistry.consignment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQueries;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.stereotype.Component;

/** Makes questions of lines just as the single call makes them of its parameters, whichever those are. */
@Component
final class Questions {

    private final VerificationQueries queries;
    private final Verification verification;

    Questions(VerificationQueries queries, Verification verification) {
        this.queries = queries;
        this.verification = verification;
    }

    /** @throws RegistryProblem for defaults with which no line could be asked */
    void check(BatchDefaults defaults) {
        Map<String, String> values = new HashMap<>(Map.of("number", "any", "destination", "BY"));
        values.putAll(defaults.values());
        verification.check().accept(queries.read(values::get));
    }

    /**
     * @param moment whose knowledge counts where neither the line nor the batch names one
     * @param check refuses what cannot be answered
     */
    Asked ask(Line line, BatchDefaults defaults, Instant moment, Consumer<VerificationQuery> check) {
        if (line.problem() != null) {
            return new Asked(line, null, line.problem());
        }
        Map<String, String> values = new HashMap<>();
        values.put("knownAt", moment.toString());
        values.putAll(defaults.values());
        values.putAll(line.values());
        try {
            VerificationQuery query = queries.read(values::get);
            check.accept(query);
            return new Asked(line, query, null);
        } catch (RegistryProblem refused) {
            return new Asked(line, null, refused.with("line", line.number()));
        }
    }
}
