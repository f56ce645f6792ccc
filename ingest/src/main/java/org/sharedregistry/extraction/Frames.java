package org.sharedregistry.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server and a parser process say to each other: JSON, each message behind its length in four bytes. A request
 * is answered by any number of pages and then one end.
 */
final class Frames {

    /** A page of a million characters with the place of each word is a tenth of this. */
    private static final int LONGEST = 256 * 1024 * 1024;

    private final JsonMapper json = JsonMapper.builder().build();
    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    void send(Object message) throws IOException {
        byte[] bytes = json.writeValueAsBytes(message);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** @throws EOFException when the other side has ended */
    <T> T receive(Class<T> type) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message of " + length + " bytes is out of bounds");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The other side ended within a message");
        }
        return json.readValue(bytes, type);
    }

    /**
     * A file to be read.
     *
     * @param pages the pages whose pictures are to be recognised; null to read text
     */
    record Request(String file, String fileName, @Nullable List<Integer> pages, Limits limits) {}

    /** What a parser process may produce, and the languages it recognises. */
    record Limits(int maxPages, long maxCharacters, long maxPixels, String languages) {}

    /** One of the three: a page, or the end of a file that was read or not. */
    record Reply(
            @Nullable ExtractedPage page, Extraction.@Nullable Finished finished, Extraction.@Nullable Failed failed) {

        static Reply of(ExtractedPage page) {
            return new Reply(page, null, null);
        }

        static Reply of(Extraction end) {
            return end instanceof Extraction.Finished finished
                    ? new Reply(null, finished, null)
                    : new Reply(null, null, (Extraction.Failed) end);
        }
    }
}
