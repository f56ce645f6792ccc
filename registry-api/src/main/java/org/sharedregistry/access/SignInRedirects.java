package org.sharedregistry.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a person at the pages goes before, during and after signing in. Programs get problem documents instead. */
@Component
final class SignInRedirects
        implements AuthenticationEntryPoint,
                AccessDeniedHandler,
                AuthenticationSuccessHandler,
                AuthenticationFailureHandler {

    static final String SIGN_IN = "/sign-in";

    private final SecurityProblems problems;

    SignInRedirects(SecurityProblems problems) {
        this.problems = problems;
    }

    /** Nobody is signed in, or no longer. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (!isPage(request)) {
            problems.commence(request, response, failure);
            return;
        }
        if (!HttpMethod.GET.matches(request.getMethod())) {
            KeptForm.keep(request);
        }
        response.sendRedirect(signInThen(address(request)));
    }

    /** A form whose token has gone with its session is kept like one that nobody signed in has sent. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (isPage(request) && denied instanceof CsrfException) {
            KeptForm.keep(request);
            response.sendRedirect(isSignedIn() ? "/kept-form" : signInThen("/"));
        } else {
            problems.handle(request, response, denied);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        response.sendRedirect(KeptForm.of(request).isPresent() ? "/kept-form" : next(request));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.sendRedirect(UriComponentsBuilder.fromPath(SIGN_IN)
                .queryParam("failed", failure instanceof LockedException ? "wait" : "wrong")
                .queryParam("account", "{account}")
                .queryParam("next", "{next}")
                .encode()
                .build(request.getParameter("account"), next(request))
                .toString());
    }

    private static String signInThen(String next) {
        return UriComponentsBuilder.fromPath(SIGN_IN)
                .queryParam("next", "{next}")
                .encode()
                .build(next)
                .toString();
    }

    /** Where to go on, within this registry only. */
    private static String next(HttpServletRequest request) {
        String next = request.getParameter("next");
        return next != null && next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? next : "/";
    }

    private static String address(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return "/";
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** Tokens are looked at before the request knows its person. */
    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return !request.getRequestURI().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}
