package org.sharedregistry.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.listing.PageSize;
import org.sharedregistry.pipeline.Original;
import org.sharedregistry.pipeline.Originals;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: what could not be read, whoever sent it, and having it read again. Tells no file's name or text. */
@RestController
@RequestMapping("/api/v1/originals")
class OriginalController {

    private final Originals originals;

    OriginalController(Originals originals) {
        this.originals = originals;
    }

    /** How many originals have got how far, and why others have not; the reasons in {@code failures}. */
    @GetMapping
    Originals.Overview overview(Caller caller) {
        caller.require(Role.OPERATOR);
        return originals.overview();
    }

    /**
     * The originals that could not be read, in the order of their hashes.
     *
     * @param reason only those that failed for it, such as {@code TIMED_OUT}
     * @param after the hash behind which the list goes on
     */
    @GetMapping("/failed")
    Failed failed(
            Caller caller,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(defaultValue = "") String after) {
        caller.require(Role.OPERATOR);
        PageSize.check(size);
        return new Failed(originals.failed(reason, after, PageSize.of(size)).stream()
                .map(Row::of)
                .toList());
    }

    /**
     * Has all that could not be read tried once more.
     *
     * @param reason only those that failed for it
     */
    @PostMapping("/retries")
    ResponseEntity<?> retry(Caller caller, @RequestParam(required = false) @Nullable String reason) {
        caller.require(Role.OPERATOR);
        return ResponseEntity.accepted().body(Map.of("queued", originals.retryFailed(reason)));
    }

    /** Has every original read anew, in the background: after a parser, or Tesseract's data, was replaced in place. */
    @PostMapping("/rereading")
    ResponseEntity<?> reread(Caller caller) {
        caller.require(Role.OPERATOR);
        return ResponseEntity.accepted().body(Map.of("queued", originals.rereadAll()));
    }

    record Failed(List<Row> items) {}

    /** An original that could not be read. */
    record Row(
            String sha256,
            long size,
            @Nullable String mediaType,
            @Nullable String reason,
            @Nullable String detail) {

        static Row of(Original original) {
            return new Row(
                    original.hash().hex(),
                    original.size(),
                    original.mediaType(),
                    original.failure(),
                    original.failureDetail());
        }
    }
}
