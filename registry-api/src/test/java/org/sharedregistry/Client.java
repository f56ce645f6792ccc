package org.sharedregistry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a registry as a program would. */
public final class Client {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----registry-test";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final @Nullable String apiKey;

    /** @param base such as {@code http://localhost:8080} */
    public Client(String base, @Nullable String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    /** @param parameters names and values in turn */
    public Answer get(String path, String... parameters) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path + query).GET());
    }

    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, JSON.writeValueAsString(body), headers);
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        return send("PUT", path, JSON.writeValueAsString(body), headers);
    }

    /** Sends a body as it is. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request);
    }

    /**
     * Sends a batch of verifications.
     *
     * @param query of the address, such as {@code ?lang=ru}
     */
    public Answer batch(String query, String contentType, byte[] body, String accept) {
        return send(request("/api/v1/verifications/batch" + query)
                .POST(BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType)
                .header("Accept", accept));
    }

    /** @param fields names and values in turn */
    public Answer upload(String fileName, byte[] content, String... fields) {
        return upload(Map.of(fileName, content), fields);
    }

    /**
     * Sends several files in one request.
     *
     * @param files their contents by name
     * @param fields names and values in turn
     */
    public Answer upload(Map<String, byte[]> files, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields(body, fields);
        files.forEach((name, content) -> file(body, name, content));
        body.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return multipart(body.toByteArray());
    }

    /** Reads server-sent events until the server ends the stream; gives the data of each. */
    public List<JsonNode> events(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> JSON.readTree(line.substring("data:".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a multipart body as it is. */
    public Answer multipart(byte[] body) {
        return send(request("/api/v1/documents")
                .POST(BodyPublishers.ofByteArray(body))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (apiKey != null) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void fields(ByteArrayOutputStream body, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fields[i]
                    + "\"\r\n\r\n" + fields[i + 1] + "\r\n"));
        }
    }

    private static void file(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** A value of the body as text, by JSON pointer; empty when there is none. */
        public String at(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The slug of a problem. */
        public String problem() {
            return at("/type").replace("/problems/", "");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
