package org.sharedregistry.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How reading a file ended. What cannot be read is an outcome, not an exception. */
public sealed interface Extraction {

    /**
     * The file was read to its end, or to a limit that {@code metadata} names under {@code truncated}.
     *
     * @param mediaType as found in the bytes, not as the sender named it
     * @param pages how many the file has
     * @param metadata what the file says of itself, such as {@code title} and {@code created}; bounded
     * @param paged whether the numbers of the pages are those on paper, slide or sheet. A letter of a word processor has
     *     none until it is laid out, see {@link TextExtractor#paginate}
     * @param signatures in the file, compared with it; empty for most
     */
    record Finished(
            String mediaType, int pages, Map<String, String> metadata, boolean paged, List<Signature> signatures)
            implements Extraction {
        public Finished {
            metadata = Map.copyOf(metadata);
            signatures = List.copyOf(signatures);
        }

        /** The same with something more to say of the file. */
        public Finished with(String name, String value) {
            Map<String, String> more = new HashMap<>(metadata);
            more.put(name, value);
            return new Finished(mediaType, pages, more, paged, signatures);
        }

        /** A file whose pages are numbered as a reader of it counts them. */
        Finished(String mediaType, int pages, Map<String, String> metadata) {
            this(mediaType, pages, metadata, true);
        }

        /** A file that nobody signed. */
        Finished(String mediaType, int pages, Map<String, String> metadata, boolean paged) {
            this(mediaType, pages, metadata, paged, List.of());
        }
    }

    /** The file was not read. The detail is one line for a person; it names no path and no class. */
    record Failed(Reason reason, String detail) implements Extraction {

        Failed onPage(int number) {
            return new Failed(reason, "Page " + number + ": " + detail);
        }
    }

    /** Why a file was not read. */
    enum Reason {
        /** It holds no byte. */
        EMPTY,
        /** It takes a password or a key. */
        ENCRYPTED,
        /** It is not what its name or its beginning says, or breaks off. */
        DAMAGED,
        /** Nothing here reads such files. */
        UNSUPPORTED,
        /** It unpacks to far more than its size. */
        TOO_LARGE,
        /** The parser did not end within its deadline and was killed. */
        TIMED_OUT,
        /** The parser needed more memory than it has. */
        OUT_OF_MEMORY,
        /** The parser died, or was ended with the server. */
        CRASHED;

        /** Whether another attempt may end otherwise: the parser was stopped, rather than having judged the file. */
        public boolean mayPass() {
            return this == TIMED_OUT || this == OUT_OF_MEMORY || this == CRASHED;
        }
    }
}
