package org.sharedregistry.pipeline;

import java.util.List;
import java.util.SortedSet;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.pipeline.Original.State;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an original: its text in one go, its pictures page by page; letters of a word processor are laid out besides, to
 * know what stands on which page. All may be repeated after a crash; what was
 * committed stays, the rest is done again. An original that was read before is found as it was until it is read anew.
 */
@Component
class Reading {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private static final int PAPERS_AT_ONCE = 500;

    private final Originals originals;
    private final Pages pages;
    private final Papers papers;
    private final Members members;
    private final Incoming incoming;
    private final TextExtractor extractor;
    private final ReadingQueue queue;
    private final PipelineSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Reading(
            Originals originals,
            Pages pages,
            Papers papers,
            Members members,
            Incoming incoming,
            TextExtractor extractor,
            ReadingQueue queue,
            PipelineSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.originals = originals;
        this.pages = pages;
        this.papers = papers;
        this.members = members;
        this.incoming = incoming;
        this.extractor = extractor;
        this.queue = queue;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
    }

    /** Reads what was claimed. However that ends, it is finished with, or will be claimed again. */
    void read(Claim claim) {
        try {
            if (claim.lane() == Lane.QUICK) {
                readText(claim);
            } else {
                readSlowly(claim);
            }
        } catch (Claim.Lost lost) {
            log.info("Another worker has taken over; what was read here is void", lost);
        } catch (StorageUnavailable | CannotCreateTransactionException | DataAccessResourceFailureException away) {
            log.warn("Reading {} waits for what is away", claim.original(), away);
            queue.giveBack(claim, settings.firstRetry());
        } catch (RuntimeException e) {
            failed(claim, e);
        }
    }

    /** Queues whatever should be read and is not in the queue, and what can be read better than it was. */
    void resume() {
        transaction.executeWithoutResult(status -> {
            queue.add(originals.forgotten(false), Lane.QUICK, Originals.REGISTRY);
            queue.add(originals.forgotten(true), Lane.SLOW, Originals.REGISTRY);
            queue.add(originals.readBefore(TextExtractor.VERSION), Lane.QUICK, Originals.REGISTRY);
            if (extractor.canRecognise()) {
                queue.add(originals.waitingForOcr(), Lane.SLOW, Originals.REGISTRY);
            }
            if (extractor.canPaginate()) {
                queue.add(originals.waitingForLayout(), Lane.SLOW, Originals.REGISTRY);
            }
        });
        readPapers();
    }

    /** What was read before papers were, or by a former version; the pages are there, so it is done at once. */
    private void readPapers() {
        int read;
        do {
            List<ContentHash> unread = papers.unread(PAPERS_AT_ONCE);
            unread.forEach(hash -> transaction.executeWithoutResult(status -> papers.read(hash)));
            read = unread.size();
        } while (read == PAPERS_AT_ONCE);
    }

    private void readText(Claim claim) {
        Original original = originals.find(claim.original()).orElseThrow();
        try (Incoming.Received copy = originals.copy(original.hash(), incoming);
                FoundMembers found = new FoundMembers(incoming)) {
            Extraction result = transaction.execute(status -> {
                PageBatch batch = new PageBatch(some -> pages.keep(original.hash(), some));
                Extraction extraction = extractor.extract(copy.file(), original.fileName(), batch::add, found::add);
                if (extraction instanceof Finished finished) {
                    batch.flush();
                    settle(claim, original, finished, batch.hadPictures(), found.files());
                } else {
                    status.setRollbackOnly();
                }
                return extraction;
            });
            if (result instanceof Failed failed) {
                unread(claim, original, failed);
            }
        }
    }

    /** Records, with its pages kept, what an original is, and what is still to be done for it. */
    private void settle(
            Claim claim, Original original, Finished finished, boolean hadPictures, List<Members.Found> found) {
        ContentHash hash = original.hash();
        pages.emptyBehind(hash, finished.pages());
        Finished described = keepMembers(claim, original, finished, found);
        boolean toRecognise = hadPictures && !pages.pending(hash).isEmpty();
        boolean lacking = toRecognise && pages.lacksPictures(hash);
        boolean recognises = toRecognise && extractor.canRecognise();
        boolean paginates = !finished.paged() && extractor.canPaginate();
        State lack = recognises ? State.EXTRACTING : State.NEEDS_OCR;
        originals.read(hash, described, lacking ? lack : State.EXTRACTED);
        if (recognises || paginates) {
            queue.move(claim, Lane.SLOW);
            events.publishEvent(new PagesChanged(hash));
        } else {
            queue.finish(claim);
            papers.read(hash);
        }
    }

    /** Keeps the members of a container; where it nests too deep or holds too much, it says so instead. */
    private Finished keepMembers(Claim claim, Original original, Finished finished, List<Members.Found> found) {
        if (found.isEmpty()) {
            return finished;
        }
        boolean tooDeep = original.depth() >= settings.deepestContainer();
        boolean tooMany = members.countAround(original) + found.size() > settings.mostMembers();
        if (!tooDeep && !tooMany) {
            members.keep(original, found, claim.owner());
            events.publishEvent(new MembersFound(original.hash()));
            return finished;
        }
        return finished.with(
                "members",
                tooDeep
                        ? "Containers nest more than " + settings.deepestContainer()
                                + " deep; what is in this one is not read."
                        : "The upload holds more than " + settings.mostMembers()
                                + " files; those in this container are not read.");
    }

    private void readSlowly(Claim claim) {
        Original original = originals.find(claim.original()).orElseThrow();
        if (original.toPaginate() && extractor.canPaginate()) {
            paginate(claim, original);
        } else {
            readPictures(claim, original);
        }
    }

    /** Puts the pages as they are printed in the place of the stretches of text that were read before. */
    private void paginate(Claim claim, Original original) {
        ContentHash hash = original.hash();
        try (Incoming.Received copy = originals.copy(hash, incoming)) {
            Extraction result = transaction.execute(status -> {
                PageBatch batch = new PageBatch(some -> pages.keep(hash, some));
                Extraction extraction = extractor.paginate(copy.file(), original.fileName(), batch::add);
                if (extraction instanceof Finished finished) {
                    batch.flush();
                    pages.emptyBehind(hash, finished.pages());
                    originals.paginated(hash, finished.pages());
                    queue.finish(claim);
                    papers.read(hash);
                } else {
                    status.setRollbackOnly();
                }
                return extraction;
            });
            if (result instanceof Failed failed) {
                log.info("{} cannot be laid out in pages ({}); its text is found all the same", hash, failed.reason());
                transaction.executeWithoutResult(status -> {
                    originals.paginated(hash, null);
                    queue.finish(claim);
                    papers.read(hash);
                });
            }
        }
    }

    private void readPictures(Claim claim, Original original) {
        ContentHash hash = original.hash();
        if (!extractor.canRecognise()) {
            // What could read them is gone since they were queued.
            finish(claim, pages.lacksPictures(hash) ? State.NEEDS_OCR : State.EXTRACTED);
            return;
        }
        SortedSet<Integer> pending = pages.pending(hash);
        try (Incoming.Received copy = originals.copy(hash, incoming)) {
            Extraction result = extractor.recognise(copy.file(), pending, page -> keepRecognised(hash, page));
            if (result instanceof Failed failed) {
                unread(claim, original, failed);
            } else {
                finish(claim, State.EXTRACTED);
            }
        }
    }

    private void keepRecognised(ContentHash hash, ExtractedPage page) {
        transaction.executeWithoutResult(status -> {
            pages.keepRecognised(hash, page);
            events.publishEvent(new PagesChanged(hash));
        });
    }

    private void finish(Claim claim, State state) {
        transaction.executeWithoutResult(status -> {
            originals.set(claim.original(), state);
            queue.finish(claim);
            papers.read(claim.original());
        });
    }

    /** The file could not be read: another attempt if that may help, else the end. */
    private void unread(Claim claim, Original original, Failed failed) {
        if (failed.reason().mayPass() && claim.attempt() < settings.attempts()) {
            log.info("Reading {} ended with {}; it is tried again", claim.original(), failed.reason());
            queue.postpone(claim, settings.retryAfter(claim.attempt()));
        } else {
            giveUp(claim, original, failed.reason().name(), failed.detail());
        }
    }

    /** Reading failed for reasons of our own, not of the file's. */
    private void failed(Claim claim, RuntimeException cause) {
        if (claim.attempt() < settings.attempts()) {
            log.warn("Reading {} failed; it is tried again", claim.original(), cause);
            queue.postpone(claim, settings.retryAfter(claim.attempt()));
            return;
        }
        log.error("Reading {} failed for good", claim.original(), cause);
        Original original = originals.find(claim.original()).orElseThrow();
        giveUp(claim, original, "INTERNAL", "The registry failed to read the file; the operator's log says why.");
    }

    private void giveUp(Claim claim, Original original, String reason, String detail) {
        transaction.executeWithoutResult(status -> {
            if (original.state() == State.EXTRACTED) {
                log.warn("{} cannot be read anew ({}); what was read before is kept", original.hash(), reason);
                originals.keepFormerReading(original.hash());
            } else {
                originals.fail(original.hash(), reason, detail);
            }
            queue.finish(claim);
        });
    }
}
