package org.sharedregistry.extraction;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Reply;
import org.sharedregistry.extraction.Frames.Request;

/** The process that parses untrusted files, one after the other, until the server behind its input ends. */
public final class ParserProcess {

    private final Frames frames;
    private final TextReader text = new TextReader();
    private final PictureReader pictures = new PictureReader();

    private ParserProcess(Frames frames) {
        this.frames = frames;
    }

    /** Serves requests on standard input and answers on standard output. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        InputStream in = System.in;
        // Whatever a library prints must not get between the messages.
        System.setOut(System.err);
        new ParserProcess(new Frames(in, out)).serve();
    }

    private void serve() throws IOException {
        while (true) {
            Request request;
            try {
                request = frames.receive(Request.class);
            } catch (EOFException e) {
                return;
            }
            frames.send(Reply.of(read(request)));
        }
    }

    private Extraction read(Request request) {
        Consumer<ExtractedPage> pages = this::send;
        try {
            List<Integer> wanted = request.pages();
            return wanted == null
                    ? text.read(Path.of(request.file()), request.fileName(), request.limits(), pages)
                    : pictures.read(Path.of(request.file()), new TreeSet<>(wanted), request.limits(), pages);
        } catch (StackOverflowError e) {
            return new Failed(Reason.DAMAGED, "The file nests too deeply to be read.");
        }
    }

    private void send(ExtractedPage page) {
        try {
            ExtractedPage sent = page.source() == Source.OCR && page.text().isBlank()
                    ? new ExtractedPage(page.number(), "", Source.NONE, List.of())
                    : page;
            frames.send(Reply.of(sent));
        } catch (IOException e) {
            throw new UncheckedIOException("The server is gone", e);
        }
    }
}
