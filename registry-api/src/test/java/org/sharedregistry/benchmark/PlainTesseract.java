package org.sharedregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/** The bare program Tesseract over pictures, as many at a time as there are processors. */
final class PlainTesseract implements Side {

    private final int threads;

    PlainTesseract(int threads) {
        this.threads = threads;
    }

    @Override
    public Run run(Corpus corpus, int copy) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long characters = InParallel.sum(threads, corpus.files(), PlainTesseract::characters);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(corpus.files().size(), seconds, characters, new ProcessorSeconds(0, 0, 0));
    }

    @Override
    public void close() {}

    private static long characters(Path picture) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "tesseract", picture.toString(), "stdout", "--dpi", "300", "-l", "rus+bel+eng")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // With more its threads get into each other's way, which would flatter us.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        long characters = new String(process.getInputStream().readAllBytes(), UTF_8).length();
        if (process.waitFor() != 0) {
            throw new IOException(picture + ": tesseract ended with " + process.exitValue());
        }
        return characters;
    }
}
