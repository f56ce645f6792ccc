package org.sharedregistry.consignment;

import java.io.IOException;
import java.nio.file.Path;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;

/** Reads one of the forms in which batches come. */
interface BatchReader {

    String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;
    String CSV = "text/csv";
    String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The form, without parameters. */
    MediaType form();

    /**
     * Reads a batch to its end. What is wrong within a line is that line's own problem.
     *
     * @param sent the form with its parameters, such as the charset
     * @throws RegistryProblem when the batch as a whole cannot be read
     */
    void read(Path body, MediaType sent, Batch batch) throws IOException;
}
