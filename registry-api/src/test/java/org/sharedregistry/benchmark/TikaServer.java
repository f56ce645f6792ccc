package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Tika's own server, which takes a file over HTTP and answers with its text. */
final class TikaServer implements Side {

    private static final long POLL_MILLIS = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final int connections;
    private final URI tika;
    private final JavaProcess java;

    /**
     * Starts it and waits until it answers.
     *
     * @param jar {@code tika-server-standard} with all it needs
     * @param folder for its configuration and its log
     */
    TikaServer(Path jar, Path folder, int connections) throws IOException, InterruptedException {
        this.connections = connections;
        int port = JavaProcess.freePort();
        tika = URI.create("http://localhost:" + port + "/tika");
        Path configuration = folder.resolve(BareTika.CONFIGURATION);
        try (InputStream without = TikaServer.class.getResourceAsStream(BareTika.CONFIGURATION)) {
            Files.copy(without, configuration);
        }
        java = JavaProcess.start(
                folder.resolve("tika-server.log"),
                Stream.of(
                        "-jar",
                        jar.toString(),
                        "--noFork",
                        "--host",
                        "localhost",
                        "--port",
                        String.valueOf(port),
                        "--config",
                        configuration.toString()));
        while (!answers()) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    @Override
    public Run run(Corpus corpus, int copy) throws IOException, InterruptedException, ExecutionException {
        ProcessorSeconds start = ProcessorSeconds.of(java.process());
        long began = System.nanoTime();
        long characters = InParallel.sum(connections, corpus.files(), this::characters);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(
                corpus.files().size(),
                seconds,
                characters,
                ProcessorSeconds.of(java.process()).since(start));
    }

    @Override
    public void close() {
        java.close();
    }

    private long characters(Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(tika)
                        .header("Accept", "text/plain")
                        .PUT(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(file + ": the server answered " + answer.statusCode());
        }
        return answer.body().length();
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!java.process().isAlive()) {
            throw new IOException("Tika's server has ended; its log says why");
        }
        try {
            return http.send(HttpRequest.newBuilder(tika).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }
}
