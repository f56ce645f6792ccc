package org.sharedregistry.document;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.DocumentView.Status;
import org.sharedregistry.listing.Listing;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What callers have filed themselves, and what has become of it. */
@RestController
@RequestMapping(DocumentController.PATH)
class FiledController {

    private final DocumentViews views;
    private final Progress progress;

    FiledController(DocumentViews views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    /**
     * The caller's documents, the newest first.
     *
     * @param status those that have got so far, such as {@code FAILED}
     * @param batch those of one batch
     * @param cursor the {@code next} of the part before
     */
    @GetMapping("/filed")
    Listing<DocumentView> filed(
            Caller caller,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String batch,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable UUID cursor) {
        requireFiler(caller);
        PageSize.check(size);
        List<DocumentView> items = views.filed(caller.owner(), status, batch, cursor, PageSize.of(size));
        String next = items.size() < PageSize.of(size)
                ? null
                : items.get(items.size() - 1).id().toString();
        return new Listing<>(items, next, Listing.Total.exactly(views.count(caller.owner(), status, batch)));
    }

    /** How far the documents of a batch have got. */
    @GetMapping("/batches/{batch}")
    BatchView batch(Caller caller, @PathVariable String batch) {
        requireFiler(caller);
        return views.batch(caller.owner(), batch).orElseThrow(() -> RegistryProblem.notFound("batch"));
    }

    /** Tells it by server-sent events, until each of them has got to its end. */
    @GetMapping(path = "/batches/{batch}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter batchEvents(Caller caller, @PathVariable String batch) {
        batch(caller, batch);
        return progress.follow(caller, batch);
    }

    private static void requireFiler(Caller caller) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
    }
}
