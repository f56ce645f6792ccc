package org.sharedregistry.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sharedregistry.RegistryHttpTest;
import org.springframework.beans.factory.annotation.Value;

/** Files that come part by part. */
class TusIT extends RegistryHttpTest {

    private static final String MAKER = "okskiy-stanok";
    private static final String OTHER = "svisloch-kholod";

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${registry.home}")
    private Path home = Path.of("");

    @Test
    void filesAFileWhoseLastPartHasCome() throws Exception {
        byte[] content = content("part by part");
        String upload = begin(MAKER, content.length, "parts.txt");
        HttpResponse<String> first = patch(MAKER, upload, 0, Arrays.copyOf(content, 5));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue(ResumableUploads.DOCUMENT)).isEmpty();
        assertThat(offset(MAKER, upload)).isEqualTo(5);
        HttpResponse<String> last = patch(MAKER, upload, 5, Arrays.copyOfRange(content, 5, content.length));
        String document = last.headers().firstValue(ResumableUploads.DOCUMENT).orElseThrow();
        assertThat(as(MAKER).get("/api/v1/documents/" + document).at("/fileName"))
                .isEqualTo("parts.txt");
        assertThat(as(MAKER).get("/api/v1/documents/" + document + "/content").bytes())
                .isEqualTo(content);
        assertThat(head(MAKER, upload).statusCode()).isEqualTo(404);
        assertThat(leftOf(upload)).isZero();
    }

    @Test
    void refusesAPartThatDoesNotFollow() throws Exception {
        byte[] content = content("a part that does not follow");
        String upload = begin(MAKER, content.length, "gap.txt");
        assertThat(patch(MAKER, upload, 3, content).statusCode()).isEqualTo(409);
        assertThat(offset(MAKER, upload)).isZero();
    }

    @Test
    void takesNoMoreThanWasAnnounced() throws Exception {
        String upload = begin(MAKER, 4, "four.txt");
        patch(MAKER, upload, 0, content("far more than four"));
        HttpResponse<String> head = head(MAKER, upload);
        assertThat(head.statusCode() == 404
                        || Long.parseLong(head.headers()
                                        .firstValue("Upload-Offset")
                                        .orElseThrow())
                                <= 4)
                .isTrue();
    }

    @Test
    void tellsOthersThatThereIsNone() throws Exception {
        byte[] content = content("of one account alone");
        String upload = begin(MAKER, content.length, "mine.txt");
        assertThat(head(OTHER, upload).statusCode()).isEqualTo(404);
        assertThat(patch(OTHER, upload, 0, content).statusCode()).isEqualTo(404);
        assertThat(send(OTHER, "DELETE", upload).statusCode()).isEqualTo(404);
        assertThat(offset(MAKER, upload)).isZero();
    }

    @Test
    void takesNothingFromNobodyOrAnOfficer() throws Exception {
        assertThat(http.send(
                                beginning(10, "a.txt")
                                        .uri(URI.create(base() + "/uploads"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isIn(401, 403);
        assertThat(announce("officer-BY", 10, "a.txt").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesBeforehandWhatIsTooLargeOrForSomebodyElse() throws Exception {
        assertThat(announce(MAKER, 101L * 1024 * 1024, "large.pdf").statusCode())
                .isEqualTo(413);
        assertThat(announce(MAKER, 0, "empty.pdf").statusCode()).isEqualTo(422);
        String strange = as(MAKER).get("/api/v1/goods").at("/items/0/registryNumber");
        assertThat(strange).startsWith("union-state-BY");
        assertThat(announce(MAKER, 10, "a.pdf,goods " + base64(strange)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void makesOneDocumentOfTheSameBytesOfOneOwner() throws Exception {
        byte[] content = content("the very same bytes");
        assertThat(whole(MAKER, content, "one.txt")).isEqualTo(whole(MAKER, content, "two.txt"));
        assertThat(whole(OTHER, content, "three.txt")).isNotEqualTo(whole(MAKER, content, "four.txt"));
    }

    @Test
    void forgetsWhatItsOwnerGivesUp() throws Exception {
        String upload = begin(MAKER, 100, "given-up.txt");
        patch(MAKER, upload, 0, content("some"));
        assertThat(send(MAKER, "DELETE", upload).statusCode()).isEqualTo(204);
        assertThat(head(MAKER, upload).statusCode()).isEqualTo(404);
        assertThat(leftOf(upload)).isZero();
    }

    private String whole(String account, byte[] content, String name) throws Exception {
        return patch(account, begin(account, content.length, name), 0, content)
                .headers()
                .firstValue(ResumableUploads.DOCUMENT)
                .orElseThrow();
    }

    private String begin(String account, long length, String name) throws Exception {
        HttpResponse<String> begun = announce(account, length, name);
        assertThat(begun.statusCode()).isEqualTo(201);
        return URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private HttpResponse<String> announce(String account, long length, String name) throws Exception {
        return http.send(
                beginning(length, name)
                        .uri(URI.create(base() + "/uploads"))
                        .header("Authorization", "Bearer " + key(account))
                        .build(),
                BodyHandlers.ofString());
    }

    /** @param name of the file, and behind a comma more of what is said of it */
    private static HttpRequest.Builder beginning(long length, String name) {
        String[] said = name.split(",", 2);
        return HttpRequest.newBuilder()
                .POST(BodyPublishers.noBody())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(length))
                .header("Upload-Metadata", "filename " + base64(said[0]) + (said.length > 1 ? "," + said[1] : ""));
    }

    private HttpResponse<String> patch(String account, String upload, long offset, byte[] part) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base() + upload))
                        .method("PATCH", BodyPublishers.ofByteArray(part))
                        .header("Authorization", "Bearer " + key(account))
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", String.valueOf(offset))
                        .header("Content-Type", "application/offset+octet-stream")
                        .build(),
                BodyHandlers.ofString());
    }

    private long offset(String account, String upload) throws Exception {
        return Long.parseLong(
                head(account, upload).headers().firstValue("Upload-Offset").orElseThrow());
    }

    private HttpResponse<String> head(String account, String upload) throws Exception {
        return send(account, "HEAD", upload);
    }

    private HttpResponse<String> send(String account, String method, String upload) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base() + upload))
                        .method(method, BodyPublishers.noBody())
                        .header("Authorization", "Bearer " + key(account))
                        .header("Tus-Resumable", "1.0.0")
                        .build(),
                BodyHandlers.ofString());
    }

    /** How many files of an upload still lie in the home. */
    private long leftOf(String upload) throws IOException {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.walk(home.resolve("uploads"))) {
            return files.filter(file ->
                            file.toString().contains(id) && !file.toString().contains("locks"))
                    .count();
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] content(String text) {
        return (text + " " + System.nanoTime()).getBytes(StandardCharsets.UTF_8);
    }
}
