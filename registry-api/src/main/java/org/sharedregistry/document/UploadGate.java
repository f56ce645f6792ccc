package org.sharedregistry.document;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.sharedregistry.problem.ProblemDocument;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets in only so many uploads at once. It stands behind the check who is calling, and before a file is received. */
@Component
class UploadGate extends OncePerRequestFilter {

    /** Where the form of the pages sends files. */
    private static final String DESK = "/desk/uploads";

    private final Semaphore places;
    private final JsonMapper json;

    UploadGate(UploadLimits limits, JsonMapper json) {
        this.places = new Semaphore(limits.atOnce());
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean brings = HttpMethod.POST.matches(request.getMethod())
                ? path.equals(DocumentController.PATH) || path.equals(DESK)
                : HttpMethod.PATCH.matches(request.getMethod()) && path.startsWith(ResumableUploads.PATH + "/");
        return !brings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            ProblemDocument.write(
                    RegistryProblem.comeBack("More uploads arrive than can be received at once. Send it again.", 2),
                    response,
                    json);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
