package org.sharedregistry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.document.DocumentKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A registry, as the holder of an account meets it over HTTP. */
final class Registry {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENTS = "/api/v1/documents";
    private static final int MOST_A_PAGE = 200;
    private static final Duration LONGEST_QUESTION = Duration.ofMinutes(2);

    /** 100 MB over a line of half a megabit a second. */
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final String key;
    private final Patience patience;

    Registry(URI server, String key, Patience patience) {
        this.server = server;
        this.key = key;
        this.patience = patience;
    }

    /**
     * Asks for something small.
     *
     * @throws WrongUsage when the registry cannot be reached, or the account may not file documents
     */
    void check() throws InterruptedException {
        try {
            expect(200, get(Patience.NONE, DOCUMENTS + "/filed?size=1"));
        } catch (RegistryUnreachable e) {
            throw new WrongUsage("There is no registry at " + server + " (" + e.getMessage() + ").");
        } catch (Refused e) {
            throw new WrongUsage(e.problem.type() + ": " + e.problem.detail());
        }
    }

    /**
     * Sends a file from disk, of which only a little is in memory at a time.
     *
     * @throws Refused when the registry does not take it
     * @throws IOException when the file is gone
     */
    Filed upload(Path file, DocumentKind kind, String batch) throws IOException, InterruptedException {
        String boundary = "feed-" + UUID.randomUUID();
        HttpResponse<byte[]> answer = patience.send(
                http,
                () -> request(DOCUMENTS, LONGEST_UPLOAD)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(multipart(boundary, file, Map.of("kind", kind.name(), "batch", batch)))
                        .build());
        return read(expect(202, answer), Filed.class);
    }

    /** How many documents of a batch have got how far, by status; nothing when the account has no such batch. */
    Optional<Map<String, Long>> progress(String batch) throws InterruptedException {
        HttpResponse<byte[]> answer = get(patience, DOCUMENTS + "/batches/" + batch);
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(read(expect(200, answer), Batch.class).counts());
    }

    /** All documents of a batch, the newest first. */
    List<Filed> documents(String batch) throws InterruptedException {
        List<Filed> all = new ArrayList<>();
        String path = DOCUMENTS + "/filed?size=" + MOST_A_PAGE + "&batch=" + batch;
        Part part = read(expect(200, get(patience, path)), Part.class);
        all.addAll(part.items());
        while (part.next() != null) {
            part = read(expect(200, get(patience, path + "&cursor=" + part.next())), Part.class);
            all.addAll(part.items());
        }
        return all;
    }

    /** Has a document that could not be read tried once more. */
    void retry(UUID document) throws InterruptedException {
        HttpResponse<byte[]> answer = send(
                patience,
                request(DOCUMENTS + "/" + document + "/retry", LONGEST_QUESTION).POST(BodyPublishers.noBody()));
        // It may have the same bytes as another that was tried again just before.
        if (answer.statusCode() != 409) {
            expect(202, answer);
        }
    }

    private HttpResponse<byte[]> get(Patience howLong, String path) throws InterruptedException {
        return send(howLong, request(path, LONGEST_QUESTION).GET());
    }

    private HttpResponse<byte[]> send(Patience howLong, HttpRequest.Builder request) throws InterruptedException {
        try {
            return howLong.send(http, request::build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + key);
    }

    private static BodyPublisher multipart(String boundary, Path file, Map<String, String> fields) throws IOException {
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
        // Percent-encoded (RFC 8187), so that no name can break out of its line.
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        head.append("""
                --%s\r
                Content-Disposition: form-data; name="file"; filename="file"; filename*=UTF-8''%s\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, name));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head.toString()),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private static byte[] expect(int status, HttpResponse<byte[]> answer) {
        if (answer.statusCode() == status) {
            return answer.body();
        }
        try {
            throw new Refused(answer.statusCode(), read(answer.body(), Problem.class));
        } catch (JacksonException e) {
            throw new Refused(
                    answer.statusCode(), new Problem("http-" + answer.statusCode(), "What answers is not a registry."));
        }
    }

    private static <T> T read(byte[] body, Class<T> type) {
        return JSON.readValue(body, type);
    }

    /** The registry has answered no. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient Problem problem;

        private Refused(int status, Problem problem) {
            super(problem.toString());
            this.status = status;
            this.problem = problem;
        }

        /** Whether it would say the same to every file. */
        boolean isForAll() {
            return status == 401 || status == 403;
        }

        /** The problem's type without the path of its page. */
        String reason() {
            return problem.type().replace("/problems/", "");
        }

        String detail() {
            return problem.detail();
        }
    }

    private record Problem(String type, String detail) {}

    private record Batch(Map<String, Long> counts) {}

    private record Part(List<Filed> items, @Nullable String next) {}
}
