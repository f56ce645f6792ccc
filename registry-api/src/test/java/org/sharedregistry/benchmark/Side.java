package org.sharedregistry.benchmark;

import java.io.IOException;

/** One of those that are compared: does the same with the same files as the others, in processes of its own. */
interface Side extends AutoCloseable {

    /**
     * Works off all files of a corpus.
     *
     * @param copy which copy of the files is meant, where it matters that they were not seen before; never the same
     *     twice
     */
    Run run(Corpus corpus, int copy) throws Exception;

    @Override
    void close() throws IOException;

    /**
     * What it took.
     *
     * @param characters of text that were read; -1 when it does not tell
     */
    record Run(int files, double seconds, long characters, ProcessorSeconds used) {

        double perSecond() {
            return files / seconds;
        }
    }
}
