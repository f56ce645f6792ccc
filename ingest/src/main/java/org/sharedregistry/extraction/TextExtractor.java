package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads files in parser processes, which take untrusted bytes in where they can do no harm. A file that hangs, crashes
 * or exhausts its parser costs that parser and nothing else.
 */
@Component
public final class TextExtractor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TextExtractor.class);

    private final ExtractionSettings settings;
    private final List<String> sandbox;
    private final String languages;
    private final Semaphore places;
    private final Deque<ParserChild> idle = new ArrayDeque<>();
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "parser-deadlines"));

    TextExtractor(ExtractionSettings settings) {
        this.settings = settings;
        this.sandbox = Sandbox.prefix();
        this.places = new Semaphore(settings.processes(), true);
        Set<String> installed = Tesseract.languages();
        this.languages =
                settings.languages().stream().filter(installed::contains).collect(Collectors.joining("+"));
        if (!canRecognise()) {
            log.warn(
                    "Pages that are pictures cannot be read: Tesseract with any of {} is not installed",
                    settings.languages());
        }
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + settings.folder(), e);
        }
    }

    /** Whether pages that are pictures can be read here. */
    public boolean canRecognise() {
        return !languages.isEmpty();
    }

    /**
     * Reads what a file holds as text. Pages come in any order, each once, those that are pictures as {@link
     * ExtractedPage.Source#PENDING}.
     *
     * @param fileName as it came; some formats are told apart by its ending alone
     * @param pages takes each page as soon as it is read; when the file fails later, what it took is void
     */
    public Extraction extract(Path file, String fileName, Consumer<ExtractedPage> pages) {
        return read(file, fileName, null, settings.textDeadline(), pages);
    }

    /**
     * Recognises the words on pages that are pictures.
     *
     * @param pages takes each page as soon as it is read; what it took stays, even if a later page fails
     */
    public Extraction recognise(Path file, SortedSet<Integer> numbers, Consumer<ExtractedPage> pages) {
        return read(file, "", List.copyOf(numbers), settings.pageDeadline(), pages);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        synchronized (idle) {
            idle.forEach(ParserChild::close);
            idle.clear();
        }
    }

    private Extraction read(
            Path file,
            String fileName,
            @Nullable List<Integer> numbers,
            Duration deadline,
            Consumer<ExtractedPage> pages) {
        Limits limits = new Limits(settings.maxPages(), settings.maxCharacters(), settings.maxPixels(), languages);
        Request request = new Request(file.toAbsolutePath().toString(), fileName, numbers, limits);
        places.acquireUninterruptibly();
        try {
            ParserChild child = take();
            try {
                return child.read(request, deadline, pages);
            } finally {
                giveBack(child);
            }
        } finally {
            places.release();
        }
    }

    private ParserChild take() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                ParserChild child = idle.pop();
                if (child.isAlive()) {
                    return child;
                }
                child.close();
            }
        }
        try {
            return ParserChild.start(settings, sandbox, deadlines);
        } catch (IOException e) {
            throw new UncheckedIOException("A parser process cannot be started", e);
        }
    }

    private void giveBack(ParserChild child) {
        if (!child.isAlive() || child.filesRead() >= settings.filesAProcess()) {
            child.close();
            return;
        }
        synchronized (idle) {
            idle.push(child);
        }
    }
}
