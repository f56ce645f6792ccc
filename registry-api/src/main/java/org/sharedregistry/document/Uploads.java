package org.sharedregistry.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Idempotency;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.document.Documents.Filed;
import org.sharedregistry.document.Documents.Filing;
import org.sharedregistry.document.Documents.Sent;
import org.sharedregistry.pipeline.Incoming;
import org.sharedregistry.pipeline.Originals;
import org.sharedregistry.problem.ProblemDocument;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.sharedregistry.storage.ContentHash;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** Takes in the files of one request: each is received whole, announced, and kept with all others in one transaction. */
@Service
public class Uploads {

    private static final Pattern BATCH = Pattern.compile("[\\p{L}\\p{N} ._:-]{1,100}");
    private static final int SECONDS_TO_READ_SOME = 10;

    private final UploadLimits limits;
    private final FilingRights rights;
    private final Documents documents;
    private final DocumentViews views;
    private final Originals originals;
    private final Incoming incoming;
    private final Idempotency idempotency;

    Uploads(
            UploadLimits limits,
            FilingRights rights,
            Documents documents,
            DocumentViews views,
            Originals originals,
            Incoming incoming,
            Idempotency idempotency) {
        this.limits = limits;
        this.rights = rights;
        this.documents = documents;
        this.views = views;
        this.originals = originals;
        this.incoming = incoming;
        this.idempotency = idempotency;
    }

    /** @param key of the caller for this request, see {@link Idempotency} */
    public ResponseEntity<?> take(Caller caller, @Nullable String key, List<MultipartFile> files, Purpose purpose)
            throws IOException {
        UploadLimits.Limit limit = limits.of(caller.role());
        check(files, purpose, limit);
        requireRoom(caller, limit, files.size());
        return files.size() == 1
                ? takeOne(caller, key, files.get(0), purpose, limit)
                : takeSeveral(
                        caller, key, files, purpose.inBatch(UUID.randomUUID().toString()), limit);
    }

    /** Goes on only if a file of some size would be taken in for a purpose, as far as that can be told before it comes. */
    void require(Caller caller, String fileName, long size, Purpose purpose) {
        UploadLimits.Limit limit = limits.of(caller.role());
        check(List.of(), purpose, limit);
        requireRoom(caller, limit, 1);
        requireSize(filing(caller, fileName, purpose), size, limit);
    }

    /** Takes in one file that has come whole. */
    Document take(Caller caller, String fileName, long size, InputStreamSource content, Purpose purpose)
            throws IOException {
        require(caller, fileName, size, purpose);
        Filing filing = filing(caller, fileName, purpose);
        try (Incoming.Received received = receive(content, filing)) {
            return documents
                    .fileAtOnce(caller, List.of(new Sent(received, filing)))
                    .get(0)
                    .document();
        }
    }

    private void requireRoom(Caller caller, UploadLimits.Limit limit, int files) {
        if (originals.waiting(caller.owner(), limit.waiting()) + files > limit.waiting()) {
            throw RegistryProblem.comeBack(
                    "So many of your files wait to be read that no more are taken now. They are read in turn.",
                    SECONDS_TO_READ_SOME);
        }
    }

    private ResponseEntity<?> takeOne(
            Caller caller, @Nullable String key, MultipartFile file, Purpose purpose, UploadLimits.Limit limit)
            throws IOException {
        Filing filing = filing(caller, file.getOriginalFilename(), purpose);
        requireSize(filing, file.getSize(), limit);
        try (Incoming.Received received = receive(file, filing)) {
            return idempotency.once(caller, key, List.of(received.hash().hex(), filing), () -> {
                Filed filed = documents
                        .file(caller, List.of(new Sent(received, filing)))
                        .get(0);
                return ResponseEntity.accepted()
                        .location(URI.create(
                                DocumentController.PATH + "/" + filed.document().id()))
                        .body(view(filed, received));
            });
        }
    }

    private ResponseEntity<?> takeSeveral(
            Caller caller, @Nullable String key, List<MultipartFile> files, Purpose purpose, UploadLimits.Limit limit)
            throws IOException {
        List<Sent> sent = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        try {
            for (MultipartFile file : files) {
                Filing filing = filing(caller, file.getOriginalFilename(), purpose);
                try {
                    requireSize(filing, file.getSize(), limit);
                    sent.add(new Sent(receive(file, filing), filing));
                } catch (RegistryProblem refused) {
                    items.add(new Item(filing.fileName(), null, ProblemDocument.detail(refused)));
                }
            }
            List<String> fingerprint = sent.stream()
                    .map(each -> each.file().hash().hex())
                    .collect(Collectors.toCollection(ArrayList::new));
            fingerprint.add(purpose.toString());
            return idempotency.once(caller, key, fingerprint, () -> {
                Map<ContentHash, Filed> filed = documents.file(caller, sent).stream()
                        .collect(Collectors.toMap(
                                each -> each.document().original(), Function.identity(), (first, same) -> first));
                sent.forEach(each -> items.add(new Item(
                        each.filing().fileName(),
                        view(Objects.requireNonNull(filed.get(each.file().hash())), each.file()),
                        null)));
                return ResponseEntity.accepted()
                        .location(URI.create(DocumentController.PATH + "/batches/"
                                + UriUtils.encodePathSegment(purpose.requiredBatch(), StandardCharsets.UTF_8)))
                        .body(new Taken(purpose.requiredBatch(), items));
            });
        } finally {
            sent.forEach(each -> each.file().close());
        }
    }

    private static void check(Collection<MultipartFile> files, Purpose purpose, UploadLimits.Limit limit) {
        if (files.size() > limit.files()) {
            throw new RegistryProblem(
                            ProblemType.FILE_TOO_LARGE,
                            "One request takes up to " + limit.files() + " files. Send the others in further ones.")
                    .with("parameter", "file");
        }
        if (purpose.supersedes() != null && files.size() > 1) {
            throw RegistryProblem.parameter("supersedes", "Only a single file can take the place of a document.");
        }
        if (purpose.batch() != null && !BATCH.matcher(purpose.batch()).matches()) {
            throw RegistryProblem.parameter(
                    "batch", "Name a batch by 1 to 100 letters, digits, spaces and any of . _ : -");
        }
    }

    private Filing filing(Caller caller, @Nullable String fileName, Purpose purpose) {
        return new Filing(
                FileName.of(fileName),
                purpose.kind(),
                Objects.requireNonNullElse(purpose.visibility(), purpose.kind().usualVisibility()),
                purpose.goods() == null ? null : rights.goodsToFileFor(caller, purpose.goods()),
                purpose.attestation() == null ? null : rights.attestationToFileAs(caller, purpose.attestation()),
                purpose.supersedes() == null ? null : rights.documentToSupersede(caller, purpose.supersedes()),
                purpose.batch());
    }

    private static void requireSize(Filing filing, long size, UploadLimits.Limit limit) {
        if (size == 0) {
            throw new RegistryProblem(
                            ProblemType.EMPTY_FILE,
                            "\"" + filing.fileName() + "\" has no content. Choose another file.")
                    .with("parameter", "file");
        }
        if (size > limit.fileSize().toBytes()) {
            throw new RegistryProblem(
                            ProblemType.FILE_TOO_LARGE,
                            "\"" + filing.fileName() + "\" has more than the "
                                    + limit.fileSize().toMegabytes()
                                    + " MB that are taken from you. Split the document, or scan it at 300 dpi in grey.")
                    .with("parameter", "file");
        }
    }

    /** Receives a file whole and announces it. */
    private Incoming.Received receive(InputStreamSource file, Filing filing) throws IOException {
        try (InputStream content = file.getInputStream()) {
            Incoming.Received received = incoming.receive(content);
            originals.announce(received.hash(), received.size(), filing.fileName());
            return received;
        }
    }

    private DocumentView view(Filed filed, Incoming.Received received) {
        return filed.isNew() ? DocumentView.received(filed.document(), received.size()) : views.one(filed.document());
    }

    /**
     * What all files of a request are for.
     *
     * @param visibility null for what is usual for the kind
     * @param goods the address of an entry
     * @param batch null for none, or a name of our own where there are several files
     */
    public record Purpose(
            DocumentKind kind,
            @Nullable Visibility visibility,
            @Nullable String goods,
            @Nullable UUID attestation,
            @Nullable UUID supersedes,
            @Nullable String batch) {

        Purpose inBatch(String name) {
            return batch != null ? this : new Purpose(kind, visibility, goods, attestation, supersedes, name);
        }

        String requiredBatch() {
            return Objects.requireNonNull(batch);
        }
    }

    /** The answer to several files. */
    public record Taken(String batch, List<Item> items) {}

    /** One of several files: what became of it, or why nothing did. */
    public record Item(
            String fileName,
            @Nullable DocumentView document,
            @Nullable ProblemDetail problem) {}
}
