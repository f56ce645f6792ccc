package org.sharedregistry.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Manufacturers;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every page its {@link Frame}. */
@ControllerAdvice("org.sharedregistry.pages")
class Frames {

    private final Manufacturers manufacturers;

    Frames(Manufacturers manufacturers) {
        this.manufacturers = manufacturers;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, HttpServletResponse response, Caller caller, Locale locale) {
        PageLanguage.remember(request, response);
        if (caller.isSignedIn()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return new Frame(
                locale.getLanguage(), caller, actingFor(caller, locale), request.getRequestURI(), languages(request));
    }

    private @Nullable String actingFor(Caller caller, Locale locale) {
        return caller.isRepresentative()
                ? manufacturers
                        .byId(caller.requiredOrganisation())
                        .map(each -> each.name(locale.getLanguage()))
                        .orElse("")
                : null;
    }

    private static List<Frame.Language> languages(HttpServletRequest request) {
        boolean sendsAgain = request.getMethod().equals("GET");
        return PageLanguage.NAMES.entrySet().stream()
                .map(each -> new Frame.Language(
                        each.getKey(),
                        each.getValue(),
                        sendsAgain ? here(request, each.getKey()) : "?lang=" + each.getKey()))
                .toList();
    }

    private static String here(HttpServletRequest request, String language) {
        String address = ServletUriComponentsBuilder.fromRequest(request)
                .replaceQueryParam("lang", language)
                .build()
                .toUri()
                .toString();
        return address.substring(address.indexOf('/', address.indexOf("//") + 2));
    }
}
