package org.sharedregistry.verification;

import java.util.Locale;
import org.sharedregistry.identifier.Correction;
import org.sharedregistry.recognition.Reason;
import org.sharedregistry.recognition.ReasonCode;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Reasons and corrections in the words of people, in Russian, Belarusian and English. */
@Component
public class Texts {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    Texts() {
        messages.setBasenames("reasons", "messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
    }

    /**
     * A reason in a sentence.
     *
     * @param language ru, be or en
     */
    public String text(Reason reason, String language) {
        return text(
                reason.code(),
                language,
                reason.subject(),
                reason.since() == null ? "" : reason.since(),
                reason.act() == null ? "" : reason.act());
    }

    /** What was changed to read a number, in a phrase. */
    String text(Correction correction, String language) {
        return messages.getMessage(
                "correction." + correction.code(), new Object[] {correction.detail()}, Locale.forLanguageTag(language));
    }

    private String text(ReasonCode code, String language, Object... values) {
        return messages.getMessage(code.name(), values, Locale.forLanguageTag(language));
    }
}
