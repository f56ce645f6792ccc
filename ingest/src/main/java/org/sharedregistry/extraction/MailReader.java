package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/**
 * Reads a letter (RFC 5322): its text, and as members what is attached to it. Tika's own reader holds attachments in
 * memory, and guesses encodings that the letter declares. Runs in a parser process.
 */
final class MailReader extends AbstractContentHandler {

    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";
    private static final String LETTER = "message/rfc822";
    private static final List<String> SHOWN = List.of("from", "to", "cc", "date", "subject");
    private static final int LONGEST_HEADER = 10_000;

    private final Members members;
    private final int mostBytes;
    private final List<String> headers = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    /** Of each part around the present one, which choice of texts it belongs to; 0 for none. */
    private final Deque<Integer> choices = new ArrayDeque<>(List.of(0));

    private int lastChoice;
    private @Nullable String subject;
    private boolean headersRead;
    private boolean cut;

    private MailReader(Members members, int mostBytes) {
        this.members = members;
        this.mostBytes = mostBytes;
    }

    /** @param mostBytes of each text in the letter */
    static MailReader read(Path file, Members members, int mostBytes) throws IOException {
        MailReader reader = new MailReader(members, mostBytes);
        MimeStreamParser parser =
                new MimeStreamParser(MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, new DefaultBodyDescriptorBuilder());
        parser.setContentDecoding(true);
        parser.setNoRecurse();
        parser.setContentHandler(reader);
        try (InputStream in = Files.newInputStream(file)) {
            parser.parse(in);
        } catch (MimeException e) {
            throw new IOException(e);
        }
        return reader;
    }

    /** Who wrote to whom, when and about what, a line each, as far as the letter tells. */
    List<String> headers() {
        return headers;
    }

    @Nullable
    String subject() {
        return subject;
    }

    /** What it says, part by part. Of a text that comes as HTML and plain, the HTML: it is the one people saw. */
    List<Text> texts() {
        return texts;
    }

    /** Whether a text was longer than is read. */
    boolean cut() {
        return cut;
    }

    @Override
    public void field(Field field) {
        String name = field.getName();
        if (headersRead || name == null || !SHOWN.contains(name.toLowerCase(Locale.ROOT))) {
            return;
        }
        // Old programs write Cyrillic as it comes, where the standard wants it encoded in ASCII.
        byte[] raw = field.getRaw().toByteArray();
        String value = TextEncoding.decode(Arrays.copyOf(raw, Math.min(raw.length, LONGEST_HEADER)))
                .substring(name.length())
                .replaceFirst("^\\s*:\\s*", "")
                .replaceAll("\\r?\\n[ \\t]+", " ");
        String readable = ReadableText.line(decoded(value));
        headers.add(name + ": " + readable);
        if (name.equalsIgnoreCase("subject")) {
            subject = readable;
        }
    }

    @Override
    public void endHeader() {
        headersRead = true;
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) {
        boolean choice = descriptor.getMimeType().equals("multipart/alternative");
        choices.push(choice ? ++lastChoice : choices.element());
    }

    @Override
    public void endMultipart() {
        choices.pop();
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream content) throws IOException {
        String type = descriptor.getMimeType();
        String name = null;
        boolean attached = false;
        if (descriptor instanceof MaximalBodyDescriptor part) {
            name = nameOf(part);
            attached = "attachment".equalsIgnoreCase(part.getContentDispositionType());
        }
        if (name == null && !attached && (type.equals(PLAIN) || type.equals(HTML))) {
            add(type.equals(HTML), descriptor.getCharset(), content);
            return;
        }
        try {
            members.take(name != null ? name : type.equals(LETTER) ? "letter.eml" : "attachment", content);
        } catch (IOException e) {
            // It is counted and told; the next one may be whole.
            members.countDamaged();
        }
    }

    private static @Nullable String nameOf(MaximalBodyDescriptor part) {
        String name = part.getContentDispositionFilename();
        if (name == null) {
            name = part.getContentTypeParameters().get("name");
        }
        return name == null ? null : decoded(name);
    }

    private void add(boolean html, @Nullable String charset, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(mostBytes);
        cut |= content.read() >= 0;
        int choice = choices.element();
        boolean better = texts.stream().anyMatch(text -> text.isChosenOver(choice, html));
        if (!better) {
            texts.removeIf(text -> choice != 0 && text.choice == choice && html && !text.html);
            texts.add(new Text(html, new String(bytes, charset(charset, bytes)), choice));
        }
    }

    /** As declared, if that is an encoding; many programs declare none and write what their system does. */
    private static Charset charset(@Nullable String declared, byte[] text) {
        try {
            if (declared != null && !declared.equalsIgnoreCase("us-ascii")) {
                return Charset.forName(declared);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // What it declares does not exist: that is as good as nothing.
            return TextEncoding.of(text);
        }
        return TextEncoding.of(text);
    }

    private static String decoded(String header) {
        return DecoderUtil.decodeEncodedWords(header, DecodeMonitor.SILENT);
    }

    /**
     * A part that is shown.
     *
     * @param choice parts of the same one say the same in other forms; 0 for a part that stands for itself
     */
    record Text(boolean html, String text, int choice) {

        private boolean isChosenOver(int itsChoice, boolean itsHtml) {
            return choice != 0 && choice == itsChoice && html && !itsHtml;
        }
    }
}
