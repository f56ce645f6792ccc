package org.sharedregistry.storage.s3;

import io.minio.errors.ErrorResponseException;
import java.io.IOException;

/** The service answered, and the answer is no. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refusal(ErrorResponseException answer) {
        super(answer.errorResponse().code() + ": " + answer.errorResponse().message(), answer);
        this.code = answer.errorResponse().code();
    }

    boolean is(String other) {
        return code.equals(other);
    }
}
