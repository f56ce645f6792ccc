package org.sharedregistry.problem;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;

/**
 * Makes a record of parameters as they are written in an address, one a component. It looks at the record once, whereas
 * Spring's data binding looks at it anew for each request, which took longer than answering.
 */
public final class ParameterRecord<T extends Record> {

    private final Constructor<T> constructor;
    private final List<RecordComponent> components;
    private final ConversionService conversion;

    public ParameterRecord(Class<T> type, ConversionService conversion) {
        this.components = List.of(type.getRecordComponents());
        this.conversion = conversion;
        try {
            this.constructor = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has its canonical constructor", e);
        }
    }

    /**
     * @param values the text of each parameter; null or blank for one that is left out
     * @throws RegistryProblem for a text that is no value of its kind, and whatever the record itself refuses
     */
    public T of(Function<String, @Nullable String> values) {
        Object[] arguments = components.stream()
                .map(component -> value(component, values.apply(component.getName())))
                .toArray();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + Arrays.toString(arguments), e);
        }
    }

    private @Nullable Object value(RecordComponent component, @Nullable String text) {
        if (text == null || (text.isBlank() && component.getType() != String.class)) {
            return null;
        }
        try {
            return conversion.convert(text, component.getType());
        } catch (ConversionFailedException e) {
            throw BindingProblem.of(component.getName(), text, component.getType());
        }
    }
}
