package org.sharedregistry.verification;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.problem.ParameterRecord;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.core.MethodParameter;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads questions from the parameters of a request, or from whatever else names them. */
@Component
public class VerificationQueries implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ParameterRecord<VerificationQuery> parameters =
            new ParameterRecord<>(VerificationQuery.class, conversion());

    /**
     * @param values the text of each parameter; null for one that is left out
     * @throws RegistryProblem when it is no question
     */
    public VerificationQuery read(Function<String, @Nullable String> values) {
        return parameters.of(values);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == VerificationQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return read(request::getParameter);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    /** Days and moments as ISO 8601, as everywhere. */
    private static DefaultFormattingConversionService conversion() {
        DefaultFormattingConversionService conversion = new DefaultFormattingConversionService(false);
        DateTimeFormatterRegistrar registrar = new DateTimeFormatterRegistrar();
        registrar.setUseIsoFormat(true);
        registrar.registerFormatters(conversion);
        return conversion;
    }
}
