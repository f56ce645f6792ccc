package org.sharedregistry.consignment;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.BindingProblem;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.verification.Verification;
import org.sharedregistry.verification.VerificationQuery;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.ResolvableType;
import org.springframework.format.support.FormattingConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.DataBinder;

/** Makes questions of lines just as the single call makes them of its parameters, whichever those are. */
@Component
final class Questions {

    private final FormattingConversionService conversion;
    private final Verification verification;

    Questions(FormattingConversionService conversion, Verification verification) {
        this.conversion = conversion;
        this.verification = verification;
    }

    /** @throws RegistryProblem for defaults with which no line could be asked */
    void check(BatchDefaults defaults) {
        Map<String, String> values = new HashMap<>(Map.of("number", "any", "destination", "BY"));
        values.putAll(defaults.values());
        verification.check().accept(bind(values));
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
            VerificationQuery query = bind(values);
            check.accept(query);
            return new Asked(line, query, null);
        } catch (RegistryProblem refused) {
            return new Asked(line, null, refused.with("line", line.number()));
        }
    }

    private VerificationQuery bind(Map<String, String> values) {
        DataBinder binder = new DataBinder(null);
        binder.setTargetType(ResolvableType.forClass(VerificationQuery.class));
        binder.setConversionService(conversion);
        try {
            binder.construct(new Values(values));
        } catch (BeanInstantiationException e) {
            throw e.getCause() instanceof RegistryProblem problem ? problem : e;
        }
        if (binder.getBindingResult().hasErrors()) {
            throw BindingProblem.of(
                    Objects.requireNonNull(binder.getBindingResult().getFieldError()));
        }
        return (VerificationQuery) Objects.requireNonNull(binder.getTarget());
    }

    private record Values(Map<String, String> values) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            return values.get(name);
        }

        @Override
        public Set<String> getNames() {
            return values.keySet();
        }
    }
}
