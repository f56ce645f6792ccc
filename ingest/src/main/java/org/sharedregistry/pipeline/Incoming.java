package org.sharedregistry.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.sharedregistry.storage.ContentHash;
import org.springframework.stereotype.Component;

/** Files on their way in or to the parser, each deleted when its handle is closed; leftovers go at the next start. */
@Component
public class Incoming {

    private final Path folder;

    Incoming(PipelineSettings settings) {
        this.folder = settings.folder().toAbsolutePath();
        try {
            Files.createDirectories(folder);
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + folder, e);
        }
    }

    /** Writes a stream to a file of its own and computes its hash on the way. */
    public Received receive(InputStream content) throws IOException {
        Path file = Files.createTempFile(folder, "incoming-", ".part");
        try {
            MessageDigest digest = ContentHash.newDigest();
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                size = content.transferTo(out);
            }
            return new Received(file, ContentHash.of(digest), size);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    /** Writes a stream, which compares its bytes with their hash itself, to a file of its own. */
    Received copy(InputStream checked, ContentHash hash) throws IOException {
        Path file = Files.createTempFile(folder, "incoming-", ".part");
        try {
            return new Received(file, hash, Files.copy(checked, file, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Takes over a file that somebody else would delete, and computes its hash. */
    Received take(Path found) throws IOException {
        Path file = Files.createTempFile(folder, "incoming-", ".part");
        try {
            Files.move(found, file, StandardCopyOption.REPLACE_EXISTING);
            return new Received(file, ContentHash.of(file), Files.size(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Incoming::isOurs).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().startsWith("incoming-");
    }

    /** A file that was received whole. */
    public record Received(Path file, ContentHash hash, long size) implements AutoCloseable {

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
