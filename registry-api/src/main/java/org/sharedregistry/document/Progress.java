package org.sharedregistry.document;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells callers, as server-sent events, how far documents and batches have got: whenever that has changed, and until
 * nothing more is to come. All documents that are followed are looked up together, twice a second.
 */
@Component
class Progress implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Progress.class);

    private static final int MOST_STREAMS = 200;
    private static final int MOST_STREAMS_OF_ONE = 20;
    private static final long PERIOD_MILLIS = 500;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DocumentViews views;
    private final Set<Followed> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "document-progress"));
    private final ScheduledFuture<?> telling;

    Progress(DocumentViews views) {
        this.views = views;
        this.telling = clock.scheduleWithFixedDelay(this::tell, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Events {@code document} with the document, as a call for it would give it. */
    SseEmitter follow(Caller caller, UUID document) {
        return open(new FollowedDocument(caller.account(), document));
    }

    /** Events {@code batch} with how many documents of the caller's batch have got how far. */
    SseEmitter follow(Caller caller, String batch) {
        return open(new FollowedBatch(caller.account(), caller.owner(), batch));
    }

    @Override
    public void destroy() {
        telling.cancel(false);
        clock.shutdown();
        streams.forEach(stream -> stream.emitter.complete());
    }

    private SseEmitter open(Followed stream) {
        long ofThisOne = streams.stream()
                .filter(other -> other.account.equals(stream.account))
                .count();
        if (streams.size() >= MOST_STREAMS || ofThisOne >= MOST_STREAMS_OF_ONE) {
            throw RegistryProblem.comeBack(
                    "Too many progress streams are open. Follow a batch instead of each document.", 10);
        }
        stream.emitter.onCompletion(() -> streams.remove(stream));
        streams.add(stream);
        return stream.emitter;
    }

    private void tell() {
        try {
            Set<UUID> documents = streams.stream().flatMap(Followed::documents).collect(Collectors.toSet());
            Map<UUID, DocumentView> found = documents.isEmpty()
                    ? Map.of()
                    : views.all(documents).stream().collect(Collectors.toMap(DocumentView::id, Function.identity()));
            streams.forEach(stream -> stream.tell(found));
        } catch (RuntimeException e) {
            // The edge of this thread: those who follow are told at the next turn.
            log.warn("Progress could not be looked up; trying again", e);
        }
    }

    /** A stream that somebody reads. */
    private abstract static class Followed {

        private final String account;
        private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        private @Nullable Object told;

        Followed(String account) {
            this.account = account;
        }

        abstract Stream<UUID> documents();

        abstract void tell(Map<UUID, DocumentView> found);

        final void tell(String event, Object state, boolean isLast) {
            try {
                if (!state.equals(told)) {
                    emitter.send(SseEmitter.event().name(event).data(state));
                    told = state;
                }
                if (isLast) {
                    emitter.complete();
                }
            } catch (IOException | IllegalStateException e) {
                // Nobody reads it any more.
                emitter.completeWithError(e);
            }
        }
    }

    private static final class FollowedDocument extends Followed {

        private final UUID id;

        FollowedDocument(String account, UUID id) {
            super(account);
            this.id = id;
        }

        @Override
        Stream<UUID> documents() {
            return Stream.of(id);
        }

        @Override
        void tell(Map<UUID, DocumentView> found) {
            DocumentView view = found.get(id);
            if (view != null) {
                tell("document", view, view.status().isFinal());
            }
        }
    }

    private final class FollowedBatch extends Followed {

        private final String owner;
        private final String batch;

        FollowedBatch(String account, String owner, String batch) {
            super(account);
            this.owner = owner;
            this.batch = batch;
        }

        @Override
        Stream<UUID> documents() {
            return Stream.empty();
        }

        @Override
        void tell(Map<UUID, DocumentView> found) {
            views.batch(owner, batch).ifPresent(view -> tell("batch", view, view.isFinal()));
        }
    }
}
