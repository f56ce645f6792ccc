package org.sharedregistry.problem;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.language.QueryTooLong;
import org.sharedregistry.search.SearchUnavailable;
import org.sharedregistry.search.SearchWatch;
import org.sharedregistry.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Turns every failure that no page tells of into a problem document, RFC 9457. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final SearchWatch search;

    ProblemHandler(SearchWatch search) {
        this.search = search;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(RegistryProblem problem) {
        return ProblemDocument.of(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(SearchUnavailable away) {
        log.warn("Search is away", away);
        return ProblemDocument.of(new RegistryProblem(
                ProblemType.SEARCH_UNAVAILABLE,
                search.state().reason().map(reason -> reason + " ").orElse("")
                        + "Verification by number still answers. Try the search again later."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(StorageUnavailable away) {
        log.error("The store of documents is away", away);
        return ProblemDocument.of(new RegistryProblem(
                ProblemType.STORAGE_UNAVAILABLE, "Nothing was kept, and nothing is lost. Try again in a moment."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(QueryTooLong tooLong) {
        return ProblemDocument.of(RegistryProblem.parameter("q", String.valueOf(tooLong.getMessage())));
    }

    /** Parameters that a record refuses to be made of. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(BeanInstantiationException refused) {
        if (refused.getCause() instanceof RegistryProblem problem) {
            return ProblemDocument.of(problem);
        }
        throw refused;
    }

    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> handleDatabase(Exception away) {
        log.error("The database cannot be reached", away);
        return ProblemDocument.of(
                new RegistryProblem(ProblemType.DATABASE_UNAVAILABLE, "Nothing was changed. Try again in a moment."));
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<ProblemDetail> handle(MultipartException broken) {
        if (broken instanceof MaxUploadSizeExceededException) {
            return ProblemDocument.of(new RegistryProblem(
                    ProblemType.FILE_TOO_LARGE,
                    "The upload exceeds the limit. Split the document, or scan it at 300 dpi in grey."));
        }
        return ProblemDocument.of(new RegistryProblem(
                ProblemType.MALFORMED_BODY,
                "The multipart body is broken off or not well-formed. Send it again; nothing was kept."));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> handleUnexpected(Exception failure, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // The caller went away, or the answer broke off: there is nobody to tell.
            throw failure;
        }
        log.error("A request failed", failure);
        return ProblemDocument.of(new RegistryProblem(
                ProblemType.INTERNAL_ERROR, "The failure is in the operator's log. Nothing was half done."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(missingParameter(missing.getParameterName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(missingParameter(missing.getRequestPartName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (failure instanceof MissingRequestHeaderException missing) {
            return answer(new RegistryProblem(
                            ProblemType.PRECONDITION_REQUIRED,
                            "Send the header " + missing.getHeaderName() + " with the ETag of the entry you have seen.")
                    .with("header", missing.getHeaderName()));
        }
        return answer(new RegistryProblem(ProblemType.MALFORMED_REQUEST, "The request lacks something it needs."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return answer(BindingProblem.of(name, mismatch));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(JsonProblem.of(unreadable.getCause() instanceof JacksonException cause ? cause : null));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                BindingProblem.of(invalid.getBindingResult().getFieldErrors().get(0)));
    }

    /** What Spring itself refuses: methods, media types, paths nobody serves. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ResponseEntity<Object> answer = answer(ProblemDocument.forStatus(HttpStatus.valueOf(status.value())));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    private static RegistryProblem missingParameter(String name) {
        return new RegistryProblem(ProblemType.MISSING_PARAMETER, "The parameter \"" + name + "\" is needed.")
                .with("parameter", name);
    }

    private static ResponseEntity<Object> answer(RegistryProblem problem) {
        ResponseEntity<ProblemDetail> document = ProblemDocument.of(problem);
        return ResponseEntity.status(document.getStatusCode())
                .headers(document.getHeaders())
                .body(document.getBody());
    }
}
