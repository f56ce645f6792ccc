package org.sharedregistry.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.pipeline.Original.State;
import org.sharedregistry.storage.ContentHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an original: its text in one go, its pictures page by page. Both may be repeated after a crash; what was
 * committed stays, the rest is done again.
 */
@Component
class Reading {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final Originals originals;
    private final Pages pages;
    private final Incoming incoming;
    private final TextExtractor extractor;
    private final Lanes lanes;
    private final PipelineSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Reading(
            Originals originals,
            Pages pages,
            Incoming incoming,
            TextExtractor extractor,
            Lanes lanes,
            PipelineSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.originals = originals;
        this.pages = pages;
        this.incoming = incoming;
        this.extractor = extractor;
        this.lanes = lanes;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
    }

    /** Reads what an original holds as text; pages that are pictures are left to {@link #readPictures}. */
    Optional<Duration> readText(ContentHash hash) {
        Original original = originals.find(hash).orElseThrow();
        int attempt = originals.begin(hash);
        try (Incoming.Received copy = copy(hash)) {
            Extraction result = transaction.execute(status -> {
                pages.forget(hash);
                Extraction extraction = extractor.extract(
                        copy.file(), original.fileName(), page -> pages.keep(hash, page), member -> {});
                if (extraction instanceof Extraction.Finished finished) {
                    originals.read(hash, finished);
                    settle(hash);
                } else {
                    status.setRollbackOnly();
                }
                return extraction;
            });
            return afterwards(hash, attempt, result);
        }
    }

    /** Reads the pages that are pictures, each of which is safe as soon as it is read. */
    Optional<Duration> readPictures(ContentHash hash) {
        if (!extractor.canRecognise()) {
            // What could read them is gone since the job was queued.
            transaction.executeWithoutResult(status -> settle(hash));
            return Optional.empty();
        }
        SortedSet<Integer> pending = pages.pending(hash);
        int attempt = originals.begin(hash);
        try (Incoming.Received copy = copy(hash)) {
            Extraction result = extractor.recognise(copy.file(), pending, page -> keepRecognised(hash, page));
            if (result instanceof Extraction.Finished) {
                transaction.executeWithoutResult(status -> settle(hash));
            }
            return afterwards(hash, attempt, result);
        }
    }

    /** Records that reading failed for reasons of our own, not of the file's. */
    void giveUp(ContentHash hash, String detail) {
        originals.fail(hash, "INTERNAL", detail);
    }

    /** Queues whatever should be read and is in no queue, and what can be read here that could not before. */
    void resume() {
        for (Original original : originals.unfinished()) {
            if (original.pageCount() == null) {
                lanes.toText(original.hash());
            } else {
                lanes.toOcr(original.hash());
            }
        }
        if (extractor.canRecognise()) {
            for (Original original : originals.waitingForOcr()) {
                originals.set(original.hash(), State.EXTRACTING);
                lanes.toOcr(original.hash());
            }
        }
    }

    private void keepRecognised(ContentHash hash, ExtractedPage page) {
        transaction.executeWithoutResult(status -> {
            pages.keep(hash, page);
            events.publishEvent(new PagesChanged(hash));
        });
    }

    /** Decides, with its pages read, what is still to be done for an original. */
    private void settle(ContentHash hash) {
        if (pages.pending(hash).isEmpty()) {
            originals.set(hash, State.EXTRACTED);
        } else if (extractor.canRecognise()) {
            lanes.toOcr(hash);
        } else {
            originals.set(hash, State.NEEDS_OCR);
        }
        events.publishEvent(new PagesChanged(hash));
    }

    private Optional<Duration> afterwards(ContentHash hash, int attempt, Extraction result) {
        if (!(result instanceof Extraction.Failed failed)) {
            return Optional.empty();
        }
        if (failed.reason().mayPass() && attempt < settings.attempts()) {
            log.info("Reading {} ended with {}; it is tried again", hash, failed.reason());
            return Optional.of(settings.retryAfter(attempt));
        }
        originals.fail(hash, failed.reason().name(), failed.detail());
        return Optional.empty();
    }

    private Incoming.Received copy(ContentHash hash) {
        try (InputStream content = originals.open(hash)) {
            return incoming.receive(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
