package org.sharedregistry.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: as asked for with {@code lang}, else as asked for before, else the browser's if it is one of
 * the three, else Russian.
 */
@Component("localeResolver")
final class PageLanguage implements LocaleResolver {

    /** The languages by their codes, each called by its own name. */
    static final Map<String, String> NAMES = names();

    private static final String PARAMETER = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request)
                .or(() -> remembered(request))
                .or(() -> preferred(request))
                .map(Locale::forLanguageTag)
                .orElseGet(() -> Locale.forLanguageTag("ru"));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is part of the address");
    }

    /** Keeps a language that was asked for, so that the links of a page need not carry it. */
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        asked(request)
                .filter(language -> !language.equals(remembered(request).orElse(null)))
                .ifPresent(language -> response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(PARAMETER, language)
                                .path("/")
                                .maxAge(REMEMBERED)
                                .httpOnly(true)
                                .sameSite("Lax")
                                .build()
                                .toString()));
    }

    private static Optional<String> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).filter(NAMES::containsKey);
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, PARAMETER))
                .map(Cookie::getValue)
                .filter(NAMES::containsKey);
    }

    private static Optional<String> preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(NAMES::containsKey)
                .findFirst();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("ru", "Русский");
        names.put("be", "Беларуская");
        names.put("en", "English");
        return Collections.unmodifiableMap(names);
    }
}
