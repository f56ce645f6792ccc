package org.sharedregistry.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.document.DocumentView.Status;
import org.sharedregistry.document.Documents.Filing;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Original;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.pipeline.Page;
import org.sharedregistry.pipeline.Pages;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.search.IndexChanges;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {

    private final Documents documents;
    private final FilingRights rights;
    private final Originals originals;
    private final Pages pages;
    private final Incoming incoming;
    private final IndexChanges index;
    private final Idempotency idempotency;

    DocumentController(
            Documents documents,
            FilingRights rights,
            Originals originals,
            Pages pages,
            Incoming incoming,
            IndexChanges index,
            Idempotency idempotency) {
        this.documents = documents;
        this.rights = rights;
        this.originals = originals;
        this.pages = pages;
        this.incoming = incoming;
        this.index = index;
        this.idempotency = idempotency;
    }

    /** Takes a file in. Once this is answered the file is on disk and will be read, whatever happens. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> file(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "OTHER") DocumentKind kind,
            @RequestParam(required = false) @Nullable Visibility visibility,
            @RequestParam(required = false) @Nullable String goods,
            @RequestParam(required = false) @Nullable UUID attestation)
            throws IOException {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
        Filing filing = new Filing(
                FileName.of(file.getOriginalFilename()),
                kind,
                Objects.requireNonNullElse(visibility, kind.usualVisibility()),
                goods == null ? null : rights.goodsToFileFor(caller, goods),
                attestation == null ? null : rights.attestationToFileAs(caller, attestation));
        if (file.isEmpty()) {
            throw new RegistryProblem(
                            ProblemType.EMPTY_FILE,
                            "\"" + filing.fileName() + "\" has no content. Choose another file.")
                    .with("parameter", "file");
        }
        try (InputStream content = file.getInputStream();
                Incoming.Received received = incoming.receive(content)) {
            originals.announce(received.hash(), received.size(), filing.fileName());
            return idempotency.once(caller, key, List.of(received.hash().hex(), filing), () -> {
                Document document = documents.file(caller, received, filing);
                return ResponseEntity.accepted()
                        .location(URI.create("/api/v1/documents/" + document.id()))
                        .body(view(document));
            });
        }
    }

    @GetMapping("/{id}")
    DocumentView one(Caller caller, @PathVariable UUID id) {
        return view(readable(caller, id));
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
    Page page(Caller caller, @PathVariable UUID id, @PathVariable int number) {
        return pages.one(readable(caller, id).original(), number).orElseThrow(() -> RegistryProblem.notFound("page"));
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
            if (!originals.retry(document.original())) {
                throw new RegistryProblem(
                        ProblemType.ILLEGAL_STEP, "Only a document that could not be read can be tried again.");
            }
            return ResponseEntity.accepted().body(view(document));
        });
    }

    private Document readable(Caller caller, UUID id) {
        return documents.readable(caller, id).orElseThrow(() -> RegistryProblem.notFound("document"));
    }

    private DocumentView view(Document document) {
        Original original = originals.find(document.original()).orElseThrow();
        return new DocumentView(
                document.id(),
                status(document, original),
                document.fileName(),
                document.kind(),
                document.visibility(),
                original.hash().hex(),
                original.size(),
                original.mediaType(),
                original.pageCount(),
                original.failure() == null
                        ? null
                        : new DocumentView.Failure(original.failure(), original.failureDetail()));
    }

    private Status status(Document document, Original original) {
        return switch (original.state()) {
            case PENDING, RECEIVED -> Status.RECEIVED;
            case EXTRACTING -> Status.EXTRACTING;
            case EXTRACTED ->
                index.isPending(Documents.INDEX_KIND, document.id().toString()) ? Status.EXTRACTED : Status.INDEXED;
            case NEEDS_OCR -> Status.NEEDS_OCR;
            case FAILED -> Status.FAILED;
        };
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
}
