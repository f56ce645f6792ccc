package org.sharedregistry.catalogue;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sharedregistry.search.SearchWatch;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says with every answer of the API that search is degraded while it is, verifications included: they are as good as ever,
 * but whoever goes on to search should know.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SearchHeader extends OncePerRequestFilter {

    static final String NAME = "Registry-Search";

    private final SearchWatch watch;

    SearchHeader(SearchWatch watch) {
        this.watch = watch;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.state().isDegraded()) {
            response.setHeader(NAME, "degraded");
        }
        chain.doFilter(request, response);
    }
}
