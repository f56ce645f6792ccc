package org.sharedregistry.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.sharedregistry.document.DocumentKind;

/**
 * Sends a folder's files and waits until each has been read, or could not be.
 *
 * @param progress makes something that shows how far a piece of work has got
 */
record Feed(Registry registry, Journal journal, Function<String, Progress> progress) {

    private static final long BETWEEN_QUESTIONS_MILLIS = 1_000;

    /**
     * Sends what has not been acknowledged before.
     *
     * @param parallel how many files at once
     * @return what could not be sent or was not taken
     * @throws RegistryUnreachable when the registry is away for long; what was acknowledged is in the journal
     * @throws Registry.Refused when the account may no longer file documents
     */
    List<Failure> send(List<LocalFile> files, DocumentKind kind, int parallel) throws InterruptedException {
        List<LocalFile> toSend =
                files.stream().filter(file -> journal.document(file).isEmpty()).toList();
        List<Failure> failures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try (Progress sending = progress.apply("Sending")) {
            CompletionService<Optional<Failure>> sent = new ExecutorCompletionService<>(threads);
            toSend.forEach(file -> sent.submit(() -> send(file, kind)));
            for (int done = 0; done < toSend.size(); done++) {
                sending.reached(files.size() - toSend.size() + done, files.size());
                sent.take().get().ifPresent(failures::add);
            }
            sending.reached(files.size(), files.size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        return failures;
    }

    /** Has what could not be read tried once more. */
    void retryFailed() throws InterruptedException {
        for (Filed document : registry.documents(journal.batch())) {
            if (document.status().equals(Filed.FAILED)) {
                registry.retry(document.id());
            }
        }
    }

    /**
     * Waits until nothing more is done for any document by itself.
     *
     * @throws WrongUsage when the registry does not know them
     */
    void awaitReading() throws InterruptedException {
        try (Progress reading = progress.apply("Reading")) {
            while (true) {
                Map<String, Long> counts = registry.progress(journal.batch())
                        .orElseThrow(() -> new WrongUsage("The account has none of the documents in the journal."
                                + " Use the key with which it was begun, or another journal."));
                long all = counts.values().stream().mapToLong(Long::longValue).sum();
                long read = Filed.FINAL.stream()
                        .mapToLong(status -> counts.getOrDefault(status, 0L))
                        .sum();
                reading.reached(read, all);
                if (read == all) {
                    return;
                }
                Thread.sleep(BETWEEN_QUESTIONS_MILLIS);
            }
        }
    }

    /** What has become of the files. */
    Report report(List<LocalFile> files, List<Failure> notSent) throws InterruptedException {
        Map<LocalFile, UUID> sent = acknowledged(files);
        return new Report(sent, sent.isEmpty() ? List.of() : registry.documents(journal.batch()), notSent);
    }

    /** The files that the registry has acknowledged, with their documents. */
    Map<LocalFile, UUID> acknowledged(List<LocalFile> files) {
        Map<LocalFile, UUID> acknowledged = new LinkedHashMap<>();
        files.forEach(file -> journal.document(file).ifPresent(document -> acknowledged.put(file, document)));
        return acknowledged;
    }

    private Optional<Failure> send(LocalFile file, DocumentKind kind) throws InterruptedException {
        try {
            String hash = hash(file.path());
            Filed document = registry.upload(file.path(), kind, journal.batch());
            if (!document.sha256().equals(hash)) {
                return Optional.of(new Failure(file.name(), "CHANGED", "It was changed while it was being sent."));
            }
            journal.acknowledged(file, document.id());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Failure(file.name(), "UNREADABLE", e.toString()));
        } catch (Registry.Refused e) {
            if (e.isForAll()) {
                throw e;
            }
            return Optional.of(new Failure(file.name(), e.reason(), e.detail()));
        }
    }

    /** Also finds out whether a file can be read to its end, before anything is sent. */
    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestOutputStream out =
                        new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
