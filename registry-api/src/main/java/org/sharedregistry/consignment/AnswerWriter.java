package org.sharedregistry.consignment;

import java.io.IOException;
import org.springframework.http.ProblemDetail;

/** Writes the answer to a batch in one form, line by line. */
interface AnswerWriter {

    void item(Item item) throws IOException;

    /** Sends what was written so far on its way. */
    void flush() throws IOException;

    void end(Summary summary) throws IOException;

    /** Ends an answer in whose middle something failed, so that nobody takes it for whole. */
    void breakOff(ProblemDetail problem) throws IOException;
}
