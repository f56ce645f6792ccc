package org.sharedregistry.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.sharedregistry.problem.ProblemDocument;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;

/** Reads batches as the call does, under its usual limits. */
final class Reading {

    static final ConsignmentSettings SETTINGS = new ConsignmentSettings(
            10_000, 100, DataSize.ofMegabytes(32), DataSize.ofMegabytes(1), DataSize.ofKilobytes(64));

    private Reading() {}

    static List<Line> lines(BatchReader reader, String body) {
        return lines(reader, reader.form(), body.getBytes(UTF_8));
    }

    static List<Line> lines(BatchReader reader, MediaType form, byte... body) {
        Batch batch = new Batch(new Allowance(false, SETTINGS.lines(), SETTINGS.body(), SETTINGS.line()));
        try {
            Path file = Files.createTempFile("batch", "");
            try {
                Files.write(file, body);
                reader.read(file, form, batch);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return batch.lines();
    }

    /** Why a batch as a whole is refused. */
    static ProblemDetail refusal(BatchReader reader, String body) {
        return ProblemDocument.detail(Objects.requireNonNull(
                catchThrowableOfType(RegistryProblem.class, () -> lines(reader, body)), "The batch was read"));
    }

    /** The slug of what is wrong with a line; empty where nothing is. */
    static String problem(Line line) {
        return line.problem() == null ? "" : line.problem().type().slug();
    }
}
