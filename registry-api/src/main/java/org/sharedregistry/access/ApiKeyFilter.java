package org.sharedregistry.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the caller from the API key in {@code Authorization: Bearer}. A key that is no good is refused, not ignored. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final SecurityProblems problems;

    ApiKeyFilter(Accounts accounts, SecurityProblems problems) {
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            Optional<Caller> caller = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                    ? accounts.byKey(authorization.substring(SCHEME.length()).trim())
                    : Optional.empty();
            if (caller.isEmpty()) {
                problems.authenticationRequired(response);
                return;
            }
            signIn(caller.get());
        }
        chain.doFilter(request, response);
    }

    private static void signIn(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                caller, "", List.of(new SimpleGrantedAuthority(caller.role().name()))));
        SecurityContextHolder.setContext(context);
    }
}
