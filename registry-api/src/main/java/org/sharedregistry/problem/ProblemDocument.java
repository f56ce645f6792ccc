package org.sharedregistry.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** A problem as an HTTP answer. */
public final class ProblemDocument {

    private ProblemDocument() {}

    public static ResponseEntity<ProblemDetail> of(RegistryProblem problem) {
        ProblemType type = problem.type();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(type.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.members().get(RegistryProblem.RETRY_AFTER) instanceof Integer seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
        return answer.body(detail(problem));
    }

    /** Answers with a problem where no controller is reached. */
    public static void write(RegistryProblem problem, HttpServletResponse response, JsonMapper json)
            throws IOException {
        ResponseEntity<ProblemDetail> document = of(problem);
        response.setStatus(document.getStatusCode().value());
        document.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        json.writeValue(response.getOutputStream(), document.getBody());
    }

    /** The body of the answer alone, for a problem that is told within another answer. */
    public static ProblemDetail detail(RegistryProblem problem) {
        ProblemType type = problem.type();
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(type.status(), problem.detail());
        detail.setType(type.uri());
        detail.setTitle(type.title());
        problem.members().forEach(detail::setProperty);
        return detail;
    }

    /** The problem behind a status that the server or framework has set by itself. */
    static RegistryProblem forStatus(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED ->
                new RegistryProblem(
                        ProblemType.AUTHENTICATION_REQUIRED, "Send an API key as Authorization: Bearer <key>.");
            case FORBIDDEN -> new RegistryProblem(ProblemType.FORBIDDEN, "Your role does not allow this.");
            case NOT_FOUND -> RegistryProblem.notFound("address");
            case METHOD_NOT_ALLOWED ->
                new RegistryProblem(ProblemType.METHOD_NOT_ALLOWED, "The header Allow names what can be done here.");
            case NOT_ACCEPTABLE ->
                new RegistryProblem(ProblemType.NOT_ACCEPTABLE, "Ask for application/json, or leave Accept out.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new RegistryProblem(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The header Accept of this answer names the types that are read here.");
            case CONTENT_TOO_LARGE -> new RegistryProblem(ProblemType.FILE_TOO_LARGE, "The request exceeds the limit.");
            default ->
                status.is4xxClientError()
                        ? new RegistryProblem(ProblemType.MALFORMED_REQUEST, "The request cannot be understood.")
                        : new RegistryProblem(ProblemType.INTERNAL_ERROR, "The failure is in the operator's log.");
        };
    }
}
