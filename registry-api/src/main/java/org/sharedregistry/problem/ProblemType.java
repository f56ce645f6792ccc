package org.sharedregistry.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * The kinds of problem a caller can meet. The slug of each is its name in lower case with dashes; {@code
 * /problems/<slug>} explains it. A kind is never renamed and never used for something else.
 */
public enum ProblemType {
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter has a value that is not allowed"),
    MISSING_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is missing"),
    UNKNOWN_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not known"),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body cannot be read"),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID_FIELD(HttpStatus.UNPROCESSABLE_CONTENT, "A field has a value that is not allowed"),
    REGIME_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The regime file is not accepted"),
    EMPTY_FILE(HttpStatus.UNPROCESSABLE_CONTENT, "The file is empty"),
    AUTHENTICATION_REQUIRED(HttpStatus.UNAUTHORIZED, "Say who you are"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "You may not do this"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here for you"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer cannot take the form asked for"),
    CONFLICT(HttpStatus.CONFLICT, "There is one already"),
    ILLEGAL_STEP(HttpStatus.CONFLICT, "This step cannot be taken now"),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "Say which state of the entry you have seen"),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The entry has changed since you saw it"),
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The file is too large"),
    TOO_MANY_LINES(HttpStatus.CONTENT_TOO_LARGE, "The batch has too many lines"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has a form that is not read here"),
    RANGE_NOT_SATISFIABLE(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "The document has no such part"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key was used for another request"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too much at once"),
    STORAGE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The store of documents is away for the moment"),
    SEARCH_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Search is away for the moment"),
    DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The registry cannot reach its database"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The registry has failed");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The {@code type} of the problem document. */
    public URI uri() {
        return URI.create("/problems/" + slug());
    }
}
