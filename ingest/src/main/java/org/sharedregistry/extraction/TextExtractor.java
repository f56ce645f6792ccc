package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.MemberLimits;
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

    /** Raised whenever files are read otherwise than before: all that was read by a lower one is read anew. */
    public static final int VERSION = 2;

    /** Raised whenever pictures are recognised otherwise than before, likewise. */
    public static final int RECOGNITION_VERSION = 2;

    private static final Logger log = LoggerFactory.getLogger(TextExtractor.class);

    /** A file of which this many pages could not be recognised is given up: each may take its whole deadline. */
    private static final int MOST_FAILURES = 3;

    private final ExtractionSettings settings;
    private final ParserPool pool;
    private volatile List<String> languages;
    private volatile boolean paginates;

    TextExtractor(ExtractionSettings settings) {
        this.settings = settings;
        this.pool = new ParserPool(settings, settings.processes());
        this.languages = installedLanguages();
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
     * @param members takes each file found within this one, on the same terms
     */
    public Extraction extract(Path file, String fileName, Consumer<ExtractedPage> pages, Consumer<Member> members) {
        return read(Request.text(file, fileName, limits()), settings.textDeadline(), pages, members);
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
            end = read(Request.pictures(file, next, limits()), settings.pageDeadline(), pages, member -> {});
            if (end instanceof Failed failed) {
                failures.add(next.isEmpty() ? failed : failed.onPage(next.get(0)));
            }
        } while (left.hasNext() && failures.size() < MOST_FAILURES);
        return failures.isEmpty() ? end : failures.getFirst();
    }

    /** Whether letters of a word processor can be laid out in pages here. Once LibreOffice is installed the answer changes. */
    public boolean canPaginate() {
        if (!paginates) {
            paginates = LibreOffice.isInstalled();
        }
        return paginates;
    }

    /**
     * Reads a letter of a word processor page by page, as it is printed; see {@link Extraction.Finished#paged}. Pictures
     * on its pages are not read.
     *
     * @param fileName as it came
     * @param pages takes each page as soon as it is read, in ascending order; when the file fails later, what it took is
     *     void
     * @throws IllegalStateException when nothing is installed to lay it out with, see {@link #canPaginate}
     */
    public Extraction paginate(Path file, String fileName, Consumer<ExtractedPage> pages) {
        if (!canPaginate()) {
            throw new IllegalStateException("LibreOffice is not installed");
        }
        long seconds = settings.officeDeadline().toSeconds() + 1;
        return read(
                Request.paginate(file, fileName, seconds, limits()), settings.officeDeadline(), pages, member -> {});
    }

    /**
     * Compares the signatures in one file with another that they are said to be over. What cannot be understood as
     * signatures is one that is damaged.
     */
    public List<Signature> signatures(Path signatures, Path content) {
        Extraction end =
                read(Request.signatures(signatures, content), settings.textDeadline(), page -> {}, member -> {});
        return end instanceof Finished finished ? finished.signatures() : List.of(Signature.damaged());
    }

    /** Ends all parser processes; what they are reading fails as {@link Extraction.Reason#CRASHED}. */
    @Override
    public void close() {
        pool.close();
    }

    private Extraction read(
            Request request, Duration deadline, Consumer<ExtractedPage> pages, Consumer<Member> members) {
        return pool.read(request, deadline, reply -> {
            if (reply.member() != null) {
                take(reply.member(), members);
            } else {
                pages.accept(Objects.requireNonNull(reply.page(), "The parser gave something else"));
            }
        });
    }

    private static void take(Member member, Consumer<Member> members) {
        try {
            members.accept(member);
        } finally {
            try {
                Files.deleteIfExists(member.file());
            } catch (IOException e) {
                log.warn("Could not remove {}", member.file(), e);
            }
        }
    }

    private Limits limits() {
        return new Limits(
                settings.maxPages(),
                settings.maxCharacters(),
                settings.maxPageCharacters(),
                settings.maxPixels(),
                settings.pageDeadline().toSeconds() + 1,
                String.join("+", languages),
                settings.preparation(),
                new MemberLimits(
                        settings.maxMembers(),
                        settings.maxMemberBytes().toBytes(),
                        settings.maxUnpackedBytes().toBytes(),
                        settings.maxUnpacking()));
    }

    private List<String> installedLanguages() {
        Set<String> installed = Tesseract.languages();
        return settings.languages().stream().filter(installed::contains).toList();
    }
}
