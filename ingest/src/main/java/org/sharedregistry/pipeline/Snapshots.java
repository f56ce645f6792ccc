package org.sharedregistry.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.paper.Paper;
import org.sharedregistry.paper.PaperReader;
import org.springframework.stereotype.Component;

/** Reads a photograph of a paper while somebody waits for it, and keeps nothing of it. One at a time. */
@Component
public class Snapshots {

    private static final int MOST_PAGES = 2;

    private final Incoming incoming;
    private final TextExtractor extractor;
    private final Semaphore places = new Semaphore(1);

    Snapshots(Incoming incoming, TextExtractor extractor) {
        this.incoming = incoming;
        this.extractor = extractor;
    }

    /**
     * What the first pages of a picture or of another file say.
     *
     * @param fileName as it came
     */
    public Snapshot read(InputStream content, String fileName) throws IOException {
        if (!places.tryAcquire()) {
            return new Busy();
        }
        try (Incoming.Received file = incoming.receive(content)) {
            return read(file, fileName);
        } finally {
            places.release();
        }
    }

    private Snapshot read(Incoming.Received file, String fileName) {
        List<ExtractedPage> pages = new ArrayList<>();
        Extraction extraction = extractor.extract(
                file.file(),
                fileName,
                page -> {
                    if (page.number() <= MOST_PAGES) {
                        pages.add(page);
                    }
                },
                member -> {});
        if (extraction instanceof Extraction.Failed) {
            return new Unreadable();
        }
        TreeSet<Integer> pictures = pages.stream()
                .filter(page -> page.source() == ExtractedPage.Source.PENDING)
                .map(ExtractedPage::number)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!pictures.isEmpty()) {
            if (!extractor.canRecognise()) {
                return new Unreadable();
            }
            pages.removeIf(page -> pictures.contains(page.number()));
            extractor.recognise(file.file(), pictures, pages::add);
        }
        PaperReader reader = new PaperReader();
        pages.forEach(reader::read);
        return new Read(reader.paper());
    }

    /** How reading ended. */
    public sealed interface Snapshot {}

    /** It was read; it may say nothing all the same. */
    public record Read(Paper paper) implements Snapshot {}

    /** It is no picture, a damaged one, or nothing here recognises words in pictures. */
    public record Unreadable() implements Snapshot {}

    /** Another one is being read; try again in a moment. */
    public record Busy() implements Snapshot {}
}
