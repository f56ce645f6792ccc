package org.sharedregistry.verification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sharedregistry.identifier.Correction;
import org.sharedregistry.recognition.Reason;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Reasons and corrections in the words of people, in Russian, Belarusian and English. */
@Component
public class Texts {

    /** The versions of the texts that can be asked for. A version is never changed in meaning; a new one stands beside it. */
    static final List<Integer> VERSIONS = List.of(1);

    static final int NEWEST = 1;

    private final Map<Integer, ResourceBundleMessageSource> reasons =
            VERSIONS.stream().collect(Collectors.toMap(Function.identity(), version -> bundle("reasons-" + version)));
    private final ResourceBundleMessageSource messages = bundle("corrections");

    private static ResourceBundleMessageSource bundle(String name) {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setBasename(name);
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        return bundle;
    }

    /**
     * A reason in a sentence.
     *
     * @param language ru, be or en
     */
    public String text(Reason reason, String language, int version) {
        Object[] values = {
            reason.subject(), reason.since() == null ? "" : reason.since(), reason.act() == null ? "" : reason.act()
        };
        return Objects.requireNonNull(reasons.get(version))
                .getMessage(reason.code().name(), values, Locale.forLanguageTag(language));
    }

    /** A reason in a sentence, in the newest words. */
    public String text(Reason reason, String language) {
        return text(reason, language, NEWEST);
    }

    /** What was changed to read a number, in a phrase. */
    String text(Correction correction, String language) {
        return messages.getMessage(
                "correction." + correction.code(), new Object[] {correction.detail()}, Locale.forLanguageTag(language));
    }
}
