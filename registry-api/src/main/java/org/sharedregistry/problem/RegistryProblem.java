package org.sharedregistry.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A failure that the caller is told of.
 *
 * <p>The detail says in a sentence what is wrong and what to do. Members such as {@code parameter} or {@code pointer}
 * say where, for programs.
 */
public class RegistryProblem extends RuntimeException {

    /** The member that also stands in the header of a similar name. */
    static final String RETRY_AFTER = "retryAfter";

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public RegistryProblem(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    /** A query parameter or form field that is wrong. */
    public static RegistryProblem parameter(String name, String detail) {
        return new RegistryProblem(ProblemType.INVALID_PARAMETER, detail).with("parameter", name);
    }

    /** A field of a JSON body that is wrong, by its JSON pointer. */
    public static RegistryProblem field(String pointer, String detail) {
        return new RegistryProblem(ProblemType.INVALID_FIELD, detail).with("pointer", pointer);
    }

    /** What does not exist, or may not be known to exist by this caller. */
    public static RegistryProblem notFound(String what) {
        return new RegistryProblem(ProblemType.NOT_FOUND, "There is no such " + what + ", or you may not see it.");
    }

    /** What can be done, though not now: the caller is to come back after some seconds, as {@code Retry-After} says. */
    public static RegistryProblem comeBack(String detail, int seconds) {
        return new RegistryProblem(ProblemType.TOO_MANY_REQUESTS, detail).with(RETRY_AFTER, seconds);
    }

    /** Adds a member to the problem document. */
    public final RegistryProblem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public final ProblemType type() {
        return type;
    }

    /** A member of the problem document, such as {@code pointer}. */
    public final Optional<Object> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    final Map<String, Object> members() {
        return members;
    }

    final String detail() {
        return String.valueOf(getMessage());
    }
}
