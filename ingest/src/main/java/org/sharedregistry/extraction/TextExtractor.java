package org.sharedregistry.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.extraction.Extraction.Failed;
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

    /** A file of which this many pages could not be recognised is given up: each may take its whole deadline. */
    private static final int MOST_FAILURES = 3;

    private final ExtractionSettings settings;
    private final List<String> sandbox = Sandbox.prefix();
    private final Semaphore places;
    private final Deque<ParserChild> idle = new ArrayDeque<>();
    private final Set<ParserChild> children = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "parser-deadlines"));
    private volatile List<String> languages;

    TextExtractor(ExtractionSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.processes(), true);
        this.languages = installedLanguages();
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + settings.folder(), e);
        }
        if (languages.isEmpty()) {
            log.warn(
                    "Pages that are pictures cannot be read: Tesseract with any of {} is not installed",
                    settings.languages());
        } else {
            log.info("Pages that are pictures are read in {} of {}", languages, settings.languages());
        }
    }

    /** Whether pages that are pictures can be read here. Once Tesseract is installed the answer changes. */
    public boolean canRecognise() {
        if (languages.isEmpty()) {
            languages = installedLanguages();
        }
        return !languages.isEmpty();
    }

    /**
     * Reads what a file holds as text. Pages come in ascending order; those that are pictures come as {@link
     * ExtractedPage.Source#PENDING}.
     *
     * @param fileName as it came; some formats are told apart by its ending alone
     * @param pages takes each page as soon as it is read; when the file fails later, what it took is void
     */
    public Extraction extract(Path file, String fileName, Consumer<ExtractedPage> pages) {
        return read(file, fileName, null, settings.textDeadline(), pages);
    }

    /**
     * Recognises the words on pages that are pictures. A page that cannot be read does not keep the next ones from
     * being read; the end tells of the first such page.
     *
     * @param numbers of the pages; others are not read
     * @param pages takes each page as soon as it is read, in ascending order; what it took stays, even if another page
     *     fails
     * @throws IllegalStateException when nothing is installed to recognise with, see {@link #canRecognise}
     */
    public Extraction recognise(Path file, SortedSet<Integer> numbers, Consumer<ExtractedPage> pages) {
        if (!canRecognise()) {
            throw new IllegalStateException("Tesseract with any of " + settings.languages() + " is not installed");
        }
        Iterator<Integer> left = numbers.iterator();
        Deque<Failed> failures = new ArrayDeque<>();
        Extraction end;
        do {
            // One page a request: a text then waits for a page, and not for a whole file of pictures.
            List<Integer> next = left.hasNext() ? List.of(left.next()) : List.of();
            end = read(file, "", next, settings.pageDeadline(), pages);
            if (end instanceof Failed failed) {
                failures.add(next.isEmpty() ? failed : failed.onPage(next.get(0)));
            }
        } while (left.hasNext() && failures.size() < MOST_FAILURES);
        return failures.isEmpty() ? end : failures.getFirst();
    }

    /** Ends all parser processes; what they are reading fails as {@link Extraction.Reason#CRASHED}. */
    @Override
    public void close() {
        deadlines.shutdownNow();
        children.forEach(ParserChild::close);
        children.clear();
    }

    private Extraction read(
            Path file,
            String fileName,
            @Nullable List<Integer> numbers,
            Duration deadline,
            Consumer<ExtractedPage> pages) {
        Limits limits = new Limits(
                settings.maxPages(),
                settings.maxCharacters(),
                settings.maxPageCharacters(),
                settings.maxPixels(),
                settings.pageDeadline().toSeconds() + 1,
                String.join("+", languages));
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
                if (child.isUsable()) {
                    return child;
                }
                end(child);
            }
        }
        try {
            ParserChild child = ParserChild.start(settings, sandbox, deadlines);
            children.add(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("A parser process cannot be started", e);
        }
    }

    private void giveBack(ParserChild child) {
        if (!child.isUsable() || child.filesRead() >= settings.filesAProcess()) {
            end(child);
            return;
        }
        synchronized (idle) {
            idle.push(child);
        }
    }

    private void end(ParserChild child) {
        children.remove(child);
        child.close();
    }

    private List<String> installedLanguages() {
        Set<String> installed = Tesseract.languages();
        return settings.languages().stream().filter(installed::contains).toList();
    }
}
