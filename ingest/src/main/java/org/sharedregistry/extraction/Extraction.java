package org.sharedregistry.extraction;

import java.util.Map;

/** How reading a file ended. What cannot be read is an outcome, not an exception. */
public sealed interface Extraction {

    /**
     * The file was read to its end, or to a limit that {@code metadata} names under {@code truncated}.
     *
     * @param mediaType as found in the bytes, not as the sender named it
     * @param pages how many the file has
     * @param metadata what the file says of itself, such as {@code title} and {@code created}; bounded
     */
    record Finished(String mediaType, int pages, Map<String, String> metadata) implements Extraction {
        public Finished {
            metadata = Map.copyOf(metadata);
        }
    }

    /** The file was not read. The detail is one line for a person; it names no path and no class. */
    record Failed(Reason reason, String detail) implements Extraction {}

    /** Why a file was not read. */
    enum Reason {
        EMPTY,
        ENCRYPTED,
        DAMAGED,
        UNSUPPORTED,
        TOO_LARGE,
        TIMED_OUT,
        OUT_OF_MEMORY,
        CRASHED;

        /** Whether another attempt may end otherwise: the parser was stopped, rather than having judged the file. */
        public boolean mayPass() {
            return this == TIMED_OUT || this == OUT_OF_MEMORY || this == CRASHED;
        }
    }
}
