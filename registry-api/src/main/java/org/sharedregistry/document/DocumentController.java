package org.sharedregistry.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.pipeline.Original;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping(DocumentController.PATH)
class DocumentController {

    static final String PATH = "/api/v1/documents";

    private final Documents documents;
    private final DocumentViews views;
    private final Uploads uploads;
    private final Originals originals;
    private final Pages pages;
    private final Progress progress;
    private final Idempotency idempotency;

    DocumentController(
            Documents documents,
            DocumentViews views,
            Uploads uploads,
            Originals originals,
            Pages pages,
            Progress progress,
            Idempotency idempotency) {
        this.documents = documents;
        this.views = views;
        this.uploads = uploads;
        this.originals = originals;
        this.pages = pages;
        this.progress = progress;
        this.idempotency = idempotency;
    }

    /**
     * Takes files in. Once this is answered they are on disk and will be read, whatever happens. One file is answered
     * with its document; several with a list, in which each has its document or its problem.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> file(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam List<MultipartFile> file,
            @RequestParam(defaultValue = "OTHER") DocumentKind kind,
            @RequestParam(required = false) @Nullable Visibility visibility,
            @RequestParam(required = false) @Nullable String goods,
            @RequestParam(required = false) @Nullable UUID attestation,
            @RequestParam(required = false) @Nullable UUID supersedes,
            @RequestParam(required = false) @Nullable String batch)
            throws IOException {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        return uploads.take(
                caller, key, file, new Uploads.Purpose(kind, visibility, goods, attestation, supersedes, batch));
    }

    @GetMapping("/{id}")
    DocumentView one(Caller caller, @PathVariable UUID id) {
        return views.one(readable(caller, id));
    }

    /** The original as it came. Part of it may be asked for with {@code Range}. */
    @GetMapping("/{id}/content")
    ResponseEntity<StreamingResponseBody> content(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Range", required = false) @Nullable String range) {
        Document document = readable(caller, id);
        Original original = originals.find(document.original()).orElseThrow();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .eTag("\"" + document.original() + "\"")
                // Untrusted content: never shown as a page of ours, whatever it says it is.
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(document))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
        if (range == null) {
            return answer.contentLength(original.size()).body(out -> {
                try (InputStream in = originals.open(original.hash())) {
                    in.transferTo(out);
                }
            });
        }
        HttpRange part = onlyRange(range, original.size());
        long first = part.getRangeStart(original.size());
        long last = part.getRangeEnd(original.size());
        return ResponseEntity.status(HttpStatus.PARTIAL_CONTENT)
                .headers(answer.build().getHeaders())
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + original.size())
                .contentLength(last - first + 1)
                .body(out -> {
                    try (InputStream in = originals.open(original.hash(), first)) {
                        BoundedInputStream.builder()
                                .setInputStream(in)
                                .setMaxCount(last - first + 1)
                                .get()
                                .transferTo(out);
                    }
                });
    }

    @GetMapping("/{id}/pages/{number}")
    ExtractedPage page(Caller caller, @PathVariable UUID id, @PathVariable int number) {
        return pages.one(readable(caller, id).original(), number).orElseThrow(() -> RegistryProblem.notFound("page"));
    }

    /** The documents that came in this one, in the order in which they lie there. */
    @GetMapping("/{id}/members")
    Members members(Caller caller, @PathVariable UUID id) {
        List<UUID> inside = documents.within(readable(caller, id)).stream()
                .filter(member -> documents.isReadable(caller, member))
                .map(Document::id)
                .toList();
        Map<UUID, DocumentView> byId =
                views.all(inside).stream().collect(Collectors.toMap(DocumentView::id, Function.identity()));
        return new Members(
                inside.stream().map(byId::get).map(Objects::requireNonNull).toList());
    }

    /** Tells, by server-sent events, how far the reading of a document has got, until it has got to its end. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Caller caller, @PathVariable UUID id) {
        return progress.follow(caller, readable(caller, id).id());
    }

    /** Has a document that could not be read tried once more. */
    @PostMapping("/{id}/retry")
    ResponseEntity<?> retry(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        return idempotency.once(caller, key, "retry of " + id, () -> {
            Document document = documents
                    .readable(caller, id)
                    .filter(found -> found.owner().equals(caller.owner()))
                    .orElseThrow(() -> RegistryProblem.notFound("document"));
            if (!originals.retry(document.original(), caller.owner())) {
                throw new RegistryProblem(
                        ProblemType.ILLEGAL_STEP, "Only a document that could not be read can be tried again.");
            }
            return ResponseEntity.accepted().body(views.one(document));
        });
    }

    private Document readable(Caller caller, UUID id) {
        return documents.readable(caller, id).orElseThrow(() -> RegistryProblem.notFound("document"));
    }

    private static HttpRange onlyRange(String header, long size) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            if (ranges.size() == 1 && ranges.get(0).getRangeStart(size) < size) {
                return ranges.get(0);
            }
        } catch (IllegalArgumentException e) {
            throw unsatisfiable(size);
        }
        throw unsatisfiable(size);
    }

    private static RegistryProblem unsatisfiable(long size) {
        return new RegistryProblem(
                        ProblemType.RANGE_NOT_SATISFIABLE, "Ask for one range within the " + size + " bytes.")
                .with("header", "Range");
    }

    private static String attachment(Document document) {
        return ContentDisposition.attachment()
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    record Members(List<DocumentView> items) {}
}
