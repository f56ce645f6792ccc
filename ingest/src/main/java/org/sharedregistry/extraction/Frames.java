package org.sharedregistry.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server and a parser process say to each other: JSON, each message behind its length in four bytes. A request
 * is answered by any number of pages, members or rows and then one end.
 */
final class Frames {

    /** The server takes no more at once: a page of a million characters needs a tenth, one with 100,000 words a third. */
    private static final int LONGEST = 64 * 1024 * 1024;

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

    /**
     * @throws EOFException when the other side has ended
     * @throws IOException when it says what cannot be understood
     */
    <T> T receive(Class<T> type) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message of " + length + " bytes is out of bounds");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The other side ended within a message");
        }
        try {
            return json.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new IOException("A message cannot be understood", e);
        }
    }

    /**
     * A file to be read.
     *
     * @param pages the pages whose pictures are to be recognised; null otherwise
     * @param rows how many rows of its first sheet are to be read; null otherwise
     * @param officeSeconds of processor time to lay a letter out in pages; null when they are not asked for
     * @param content the file it is compared with as a file of signatures; null otherwise
     * @param limits of texts and pages; null for rows and signatures
     */
    record Request(
            String file,
            String fileName,
            @Nullable List<Integer> pages,
            @Nullable Integer rows,
            @Nullable Long officeSeconds,
            @Nullable String content,
            @Nullable Limits limits) {

        static Request text(Path file, String fileName, Limits limits) {
            return new Request(absolute(file), fileName, null, null, null, null, limits);
        }

        static Request paginate(Path file, String fileName, long officeSeconds, Limits limits) {
            return new Request(absolute(file), fileName, null, null, officeSeconds, null, limits);
        }

        static Request pictures(Path file, List<Integer> pages, Limits limits) {
            return new Request(absolute(file), "", pages, null, null, null, limits);
        }

        static Request rows(Path file, int most) {
            return new Request(absolute(file), "", null, most, null, null, null);
        }

        static Request signatures(Path file, Path content) {
            return new Request(absolute(file), "", null, null, null, absolute(content), null);
        }

        private static String absolute(Path file) {
            return file.toAbsolutePath().toString();
        }
    }

    /**
     * What a parser process may take and give.
     *
     * @param pageSeconds of processor time to recognise one page
     * @param languages to recognise, such as {@code rus+bel+eng}
     * @param preparations for the further readings of lines that hold a number
     */
    record Limits(
            int maxPages,
            long maxCharacters,
            int maxPageCharacters,
            long maxPixels,
            long pageSeconds,
            String languages,
            List<Preparation> preparations,
            MemberLimits members) {}

    /**
     * What may be taken out of a file that holds others.
     *
     * @param unpacking how many times as large as the file its members may be once they are beyond {@code bytes}
     */
    record MemberLimits(int members, long bytes, long allBytes, int unpacking) {}

    /** One of the five: a page, a member, a row, or the end of a file that was read or not. */
    record Reply(
            @Nullable ExtractedPage page,
            @Nullable Member member,
            @Nullable SheetRow row,
            Extraction.@Nullable Finished finished,
            Extraction.@Nullable Failed failed) {

        static Reply of(ExtractedPage page) {
            return new Reply(page, null, null, null, null);
        }

        static Reply of(Member member) {
            return new Reply(null, member, null, null, null);
        }

        static Reply of(SheetRow row) {
            return new Reply(null, null, row, null, null);
        }

        /** Whatever place a process names, a member's file lies in the folder of that process. */
        Reply in(Path folder) {
            return member == null ? this : of(Member.in(folder, member.number(), member.name()));
        }

        boolean ends() {
            return page == null && member == null && row == null;
        }

        static Reply of(Extraction end) {
            return end instanceof Extraction.Finished finished
                    ? new Reply(null, null, null, finished, null)
                    : new Reply(null, null, null, null, (Extraction.Failed) end);
        }
    }
}
