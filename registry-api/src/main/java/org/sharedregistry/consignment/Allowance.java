package org.sharedregistry.consignment;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.BoundedInputStream;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.util.unit.DataSize;

/** How much one caller may send in one batch. */
record Allowance(boolean anonymous, int lines, DataSize body, DataSize line) {

    static Allowance of(Caller caller, ConsignmentSettings settings) {
        return caller.role() == Role.PUBLIC
                ? new Allowance(true, settings.anonymousLines(), settings.anonymousBody(), settings.line())
                : new Allowance(false, settings.lines(), settings.body(), settings.line());
    }

    /** @throws RegistryProblem when so many lines are too many */
    void checkLines(int count) {
        if (count > lines) {
            throw new RegistryProblem(
                            anonymous ? ProblemType.FORBIDDEN : ProblemType.TOO_MANY_LINES,
                            "A batch " + who() + " has at most " + lines + " lines. " + advice())
                    .with("limit", lines);
        }
    }

    /** The body, which breaks off with a {@link RegistryProblem} when it is too large. */
    InputStream bounded(InputStream content) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(content)
                .setMaxCount(body.toBytes() + 1)
                .setOnMaxCount((most, count) -> {
                    throw new RegistryProblem(
                                    ProblemType.FILE_TOO_LARGE,
                                    "A batch " + who() + " has at most " + body.toKilobytes() + " kB. " + advice())
                            .with("limit", body.toBytes());
                })
                .get();
    }

    /** What is said of a line that is too large. */
    RegistryProblem lineTooLarge() {
        return new RegistryProblem(ProblemType.MALFORMED_BODY, "A line has at most " + line.toKilobytes() + " kB.");
    }

    private String who() {
        return anonymous ? "without an account" : "from you";
    }

    private String advice() {
        return anonymous
                ? "Send an API key as Authorization: Bearer <key>, or split the batch."
                : "Split it into several.";
    }
}
