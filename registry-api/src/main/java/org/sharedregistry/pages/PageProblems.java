package org.sharedregistry.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.sharedregistry.access.Caller;
import org.sharedregistry.language.QueryTooLong;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong at a page is told as a page, in the reader's language; programs get problem documents. */
@ControllerAdvice("org.sharedregistry.pages")
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

    private final Frames frames;

    PageProblems(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    ModelAndView show(
            Exception failure, HttpServletRequest request, HttpServletResponse response, Caller caller, Locale locale)
            throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        RegistryProblem problem = problem(failure);
        return new ModelAndView(
                "refused",
                Map.of(
                        "type",
                        problem.type(),
                        "detail",
                        String.valueOf(problem.getMessage()),
                        "frame",
                        frames.frame(request, response, caller, locale)),
                problem.type().status());
    }

    private static RegistryProblem problem(Exception failure) {
        if (failure instanceof RegistryProblem problem) {
            return problem;
        }
        if (failure instanceof BeanInstantiationException && failure.getCause() instanceof RegistryProblem problem) {
            return problem;
        }
        if (failure instanceof SearchUnavailable) {
            log.warn("Search is away", failure);
            return new RegistryProblem(ProblemType.SEARCH_UNAVAILABLE, "");
        }
        if (failure instanceof QueryTooLong || failure instanceof MethodArgumentTypeMismatchException) {
            return new RegistryProblem(ProblemType.INVALID_PARAMETER, String.valueOf(failure.getMessage()));
        }
        if (failure instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            return new RegistryProblem(
                    ProblemType.MALFORMED_REQUEST,
                    String.valueOf(refused.getBody().getDetail()));
        }
        log.error("A page failed", failure);
        return new RegistryProblem(ProblemType.INTERNAL_ERROR, "");
    }
}
