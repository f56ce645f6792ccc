package org.sharedregistry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** What a feed sees of a registry that is not always in the mood; it takes one file. */
final class StubRegistry implements AutoCloseable {

    /** How an upload is answered. */
    enum Mood {
        TAKES,
        COMES_BACK_IN_A_SECOND,
        AWAY,
        BREAKS_OFF,
        FORBIDS
    }

    private static final String ID = "01a20904-d3dc-7d67-accc-d22b9bec7f87";

    private final HttpServer server;
    private final Deque<Mood> moods;
    private final String document;
    private final List<Instant> uploads = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param sha256 of the file that will come
     * @param moods in turn, the last for good
     */
    StubRegistry(String sha256, Mood... moods) throws IOException {
        this.moods = new ArrayDeque<>(List.of(moods));
        document = "{\"id\":\"%s\",\"status\":\"INDEXED\",\"fileName\":\"a.txt\",\"sha256\":\"%s\",\"containers\":[]}"
                .formatted(ID, sha256);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/documents", this::upload);
        server.createContext(
                "/api/v1/documents/filed",
                exchange -> answer(exchange, 200, "{\"items\":[" + document + "],\"next\":null}"));
        server.createContext(
                "/api/v1/documents/batches", exchange -> answer(exchange, 200, "{\"counts\":{\"INDEXED\":1}}"));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** When uploads came. */
    List<Instant> uploads() {
        return List.copyOf(uploads);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void upload(HttpExchange exchange) throws IOException {
        uploads.add(Instant.now());
        switch (moods.size() > 1 ? moods.remove() : moods.element()) {
            case TAKES -> answer(exchange, 202, document);
            case COMES_BACK_IN_A_SECOND -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 429, "{\"type\":\"/problems/too-many-requests\",\"detail\":\"Come back.\"}");
            }
            case AWAY -> answer(exchange, 503, "{\"type\":\"/problems/storage-unavailable\",\"detail\":\"Away.\"}");
            case BREAKS_OFF -> exchange.close();
            case FORBIDS -> answer(exchange, 403, "{\"type\":\"/problems/forbidden\",\"detail\":\"No.\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (InputStream in = exchange.getRequestBody();
                OutputStream out = exchange.getResponseBody()) {
            in.transferTo(OutputStream.nullOutputStream());
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            out.write(bytes);
        }
    }
}
