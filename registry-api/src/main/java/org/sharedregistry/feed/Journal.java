package org.sharedregistry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the registry has acknowledged, a line of JSON for each file, on disk before the next is sent. The first line
 * says to which registry and under which name of a batch.
 */
final class Journal implements AutoCloseable {

    /** The name it has in a folder unless told otherwise. */
    static final String USUAL_NAME = ".feed-journal.jsonl";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel channel;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private Heading heading;

    private Journal(FileChannel channel, Heading heading) {
        this.channel = channel;
        this.heading = heading;
    }

    /**
     * Goes on with a journal, or begins one.
     *
     * @throws WrongUsage when the file cannot be written, is in use, is no journal or that of another registry
     */
    static Journal open(Path file, URI server) {
        FileChannel channel = locked(file);
        try {
            Journal journal = new Journal(channel, new Heading("feed-" + UUID.randomUUID(), server));
            String written = new String(Files.readAllBytes(file), UTF_8);
            if (written.isEmpty()) {
                journal.append(journal.heading);
            } else {
                journal.goOn(file, written);
            }
            return journal;
        } catch (IOException e) {
            close(channel);
            throw new UncheckedIOException(e);
        } catch (WrongUsage e) {
            close(channel);
            throw e;
        }
    }

    /** The name under which the registry knows all that was sent from here. */
    String batch() {
        return heading.batch();
    }

    /** The document that was made of a file; none when it was not acknowledged, or has changed since. */
    Optional<UUID> document(LocalFile file) {
        return Optional.ofNullable(entries.get(file.name()))
                .filter(entry -> entry.size() == file.size() && entry.modified().equals(file.modified()))
                .map(Entry::document);
    }

    synchronized void acknowledged(LocalFile file, UUID document) {
        Entry entry = new Entry(file.name(), file.size(), file.modified(), document);
        append(entry);
        entries.put(entry.path(), entry);
    }

    @Override
    public void close() {
        close(channel);
    }

    private void goOn(Path file, String written) throws IOException {
        // What follows the last line's end was being written when the feed was broken off.
        String whole = written.substring(0, written.lastIndexOf('\n') + 1);
        try {
            String[] lines = whole.split("\n", -1);
            Heading former = JSON.readValue(lines[0], Heading.class);
            if (!former.server().equals(heading.server())) {
                throw new WrongUsage(file + " is the journal of a feed to " + former.server()
                        + ". Name another with --journal <file>.");
            }
            heading = former;
            for (int i = 1; i < lines.length - 1; i++) {
                Entry entry = JSON.readValue(lines[i], Entry.class);
                entries.put(entry.path(), entry);
            }
        } catch (JacksonException e) {
            throw new WrongUsage(file + " is no journal of a feed. Name another with --journal <file>.");
        }
        channel.truncate(whole.getBytes(UTF_8).length);
        channel.position(channel.size());
    }

    private void append(Object line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    private static FileChannel locked(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException e) {
                // Another feed in this same process: as much in use as by another process.
            }
            close(channel);
            throw new WrongUsage("Another feed is writing the journal " + file + ".");
        } catch (IOException e) {
            throw new WrongUsage(
                    "The journal cannot be written (" + e + "). Name a place for it with --journal <file>.");
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Heading(String batch, URI server) {

        /** Another file may hold JSON too. */
        private Heading {
            Objects.requireNonNull(batch);
            Objects.requireNonNull(server);
        }
    }

    private record Entry(String path, long size, Instant modified, UUID document) {}
}
