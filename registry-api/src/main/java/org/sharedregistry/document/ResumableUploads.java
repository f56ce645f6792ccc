package org.sharedregistry.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadInfo;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Caller;
import org.sharedregistry.access.Role;
import org.sharedregistry.document.DocumentKind.Visibility;
import org.sharedregistry.document.Uploads.Purpose;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Takes files in part by part, by the tus protocol 1.0, and files each once its last part has come. An upload belongs to
 * the account that began it; others are told that there is none.
 *
 * <p>The answer to the part that completes a file names its document in {@code Registry-Document}. When that answer was
 * lost, or filing was refused for the moment, an empty part at the end of the file asks for it again.
 */
@Controller
class ResumableUploads {

    static final String PATH = "/uploads";
    static final String DOCUMENT = "Registry-Document";

    /** Where the library keeps the parts, from the first upload on. */
    private final Path folder;

    private final TusFileUploadService tus;
    private final Uploads uploads;

    ResumableUploads(UploadLimits limits, Uploads uploads) {
        this.folder = limits.folder().toAbsolutePath();
        this.tus = new TusFileUploadService()
                .withUploadUri(PATH)
                .withStoragePath(folder.toString())
                .withMaxUploadSize(limits.largest().toBytes())
                .withUploadExpirationPeriod(limits.keptFor().toMillis())
                // Parts that were sent apart would have no name, kind and size of their own to check.
                .disableTusExtension("concatenation");
        this.uploads = uploads;
    }

    @RequestMapping(path = PATH, method = RequestMethod.POST)
    void begin(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireFiler(caller);
        UploadInfo announced = new UploadInfo();
        announced.setEncodedMetadata(request.getHeader("Upload-Metadata"));
        uploads.require(caller, name(announced), length(request), purpose(announced));
        process(caller, request, response);
    }

    @RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
    void options(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        process(caller, request, response);
    }

    @RequestMapping(
            path = PATH + "/{id}",
            method = {RequestMethod.HEAD, RequestMethod.DELETE})
    void look(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        requireFiler(caller);
        process(caller, request, response);
    }

    @RequestMapping(path = PATH + "/{id}", method = RequestMethod.PATCH)
    void receive(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException, TusException {
        requireFiler(caller);
        process(caller, request, response);
        String uri = request.getRequestURI();
        UploadInfo upload = tus.getUploadInfo(uri, caller.account());
        if (response.getStatus() == HttpStatus.NO_CONTENT.value() && upload != null && !upload.isUploadInProgress()) {
            response.setHeader(DOCUMENT, file(caller, uri, upload).toString());
        }
    }

    /** Removes what was begun and not gone on with. */
    @Scheduled(fixedDelayString = "PT1H")
    void removeAbandoned() throws IOException {
        if (Files.isDirectory(folder)) {
            tus.cleanup();
        }
    }

    private UUID file(Caller caller, String uri, UploadInfo upload) throws IOException, TusException {
        InputStreamSource content = () -> {
            try {
                return tus.getUploadedBytes(uri, caller.account());
            } catch (TusException gone) {
                throw new IOException(gone);
            }
        };
        Document document = uploads.take(caller, name(upload), upload.getLength(), content, purpose(upload));
        tus.deleteUpload(uri, caller.account());
        return document.id();
    }

    private void process(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        tus.process(request, new StatusOnly(response), caller.account());
    }

    private static void requireFiler(Caller caller) {
        caller.require(Role.MANUFACTURER, Role.BODY, Role.AUTHORITY);
    }

    private static String name(UploadInfo upload) {
        return upload.getMetadata().getOrDefault("filename", "");
    }

    private static long length(HttpServletRequest request) {
        try {
            return Long.parseLong(String.valueOf(request.getHeader("Upload-Length")));
        } catch (NumberFormatException e) {
            throw new RegistryProblem(ProblemType.MALFORMED_REQUEST, "Upload-Length says how many bytes the file has.")
                    .with("header", "Upload-Length");
        }
    }

    /** What the file is for, as with an upload in one request, from the metadata that came at its beginning. */
    private static Purpose purpose(UploadInfo upload) {
        Map<String, String> said = upload.getMetadata();
        DocumentKind kind = value(said, "kind", DocumentKind::valueOf);
        return new Purpose(
                kind == null ? DocumentKind.OTHER : kind,
                value(said, "visibility", Visibility::valueOf),
                value(said, "goods", Function.identity()),
                value(said, "attestation", UUID::fromString),
                value(said, "supersedes", UUID::fromString),
                value(said, "batch", Function.identity()));
    }

    private static <T> @Nullable T value(Map<String, String> said, String name, Function<String, T> parse) {
        String text = said.get(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw RegistryProblem.parameter(name, "\"" + text + "\" is not a value of " + name + ".");
        }
    }

    /** Programs of the protocol read the status alone; no page of an error is made for them. */
    private static final class StatusOnly extends HttpServletResponseWrapper {

        StatusOnly(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }
    }
}
