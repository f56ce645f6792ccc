package org.sharedregistry.extraction;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.Reply;
import org.sharedregistry.extraction.Frames.Request;
import org.springframework.util.FileSystemUtils;

/**
 * The process that parses untrusted files, one after the other, until the server behind its input ends. One thread
 * listens and another parses, so that the server's end is noticed in the middle of a file.
 */
public final class ParserProcess {

    private final Frames frames;
    private final Path folder;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    private ParserProcess(Frames frames, Path folder) {
        this.frames = frames;
        this.folder = folder;
    }

    /**
     * Serves requests on standard input and answers on standard output.
     *
     * @param arguments the folder of this process alone, which it removes when the server has ended
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        InputStream in = System.in;
        // Whatever a library prints must not get between the messages.
        System.setOut(System.err);
        ParserProcess process = new ParserProcess(new Frames(in, out), Path.of(arguments[0]));
        Thread parser = new Thread(process::parse, "parser");
        parser.setUncaughtExceptionHandler((thread, failure) -> process.end(1));
        parser.start();
        process.listen();
    }

    private void listen() throws IOException {
        try {
            while (true) {
                requests.add(frames.receive(Request.class));
            }
        } catch (EOFException e) {
            end(0);
        }
    }

    private void parse() {
        Detector detector = new DefaultDetector();
        TextReader text = new TextReader(detector, folder);
        PictureReader pictures = new PictureReader(detector);
        SheetParser sheets = new SheetParser();
        try {
            while (true) {
                Request request = requests.take();
                frames.send(Reply.of(read(request, text, pictures, sheets)));
            }
        } catch (InterruptedException | IOException e) {
            end(1);
        }
    }

    private Extraction read(Request request, TextReader text, PictureReader pictures, SheetParser sheets) {
        Consumer<ExtractedPage> pages = page -> send(Reply.of(page));
        Path file = Path.of(request.file());
        try {
            if (request.rows() != null) {
                return sheets.read(file, request.rows(), row -> send(Reply.of(row)));
            }
            if (request.content() != null) {
                return new SignatureFile(file).over(Path.of(request.content()));
            }
            Limits limits = Objects.requireNonNull(request.limits());
            if (request.officeSeconds() != null) {
                return text.paginate(file, request.fileName(), request.officeSeconds(), limits, pages);
            }
            return request.pages() == null
                    ? text.read(file, request.fileName(), limits, pages, member -> send(Reply.of(member)))
                    : pictures.read(file, request.pages(), limits, pages);
        } catch (StackOverflowError e) {
            return new Failed(Reason.DAMAGED, "The file nests too deeply to be read.");
        }
    }

    private void send(Reply part) {
        try {
            frames.send(part);
        } catch (IOException e) {
            throw new UncheckedIOException("The server is gone", e);
        }
    }

    /** At once, whatever a parser is busy with, and leaving nothing behind: not its recogniser, not its files. */
    private void end(int status) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        FileSystemUtils.deleteRecursively(folder.toFile());
        Runtime.getRuntime().halt(status);
    }
}
