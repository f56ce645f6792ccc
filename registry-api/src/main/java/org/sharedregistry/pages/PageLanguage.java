package org.sharedregistry.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a page: as asked for with {@code lang}, else the browser's if it is one of the three, else Russian. */
@Component("localeResolver")
final class PageLanguage implements LocaleResolver {

    /** The languages by their codes, each called by its own name. */
    static final Map<String, String> NAMES = names();

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String asked = request.getParameter("lang");
        if (asked != null && NAMES.containsKey(asked)) {
            return Locale.forLanguageTag(asked);
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> request.getHeader("Accept-Language") != null && NAMES.containsKey(language))
                .findFirst()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> Locale.forLanguageTag("ru"));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is part of the address");
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("ru", "Русский");
        names.put("be", "Беларуская");
        names.put("en", "English");
        return Collections.unmodifiableMap(names);
    }
}
