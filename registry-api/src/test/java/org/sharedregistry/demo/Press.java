package org.sharedregistry.demo;

import java.io.IOException;
import java.util.List;

/** Prints a document block by block, from top to bottom. */
public interface Press {

    /** A line in the middle of the page. */
    void heading(String text) throws IOException;

    void text(String text) throws IOException;

    /** A box of a form: what is asked, and the answer. */
    void field(String label, String text) throws IOException;

    /** A table with a caption; every row has as many cells as there are columns. */
    void table(String caption, List<String> columns, List<List<String>> rows) throws IOException;

    /** Places to sign for offices, never for named persons; the first has the seal. All stand on one page. */
    void signatures(String... offices) throws IOException;

    void newPage() throws IOException;

    /** The finished file. Nothing can be printed after it. */
    byte[] finish() throws IOException;
}
