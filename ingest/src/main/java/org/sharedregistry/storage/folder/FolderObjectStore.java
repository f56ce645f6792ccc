package org.sharedregistry.storage.folder;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sharedregistry.storage.CheckedContent;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ContentMismatch;
import org.sharedregistry.storage.ObjectNotFound;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.StorageUnavailable;

/**
 * Originals as files {@code ab/cd/abcd…} in a folder. A file is written under another name, forced to the disk, renamed,
 * and the rename forced to the disk: under its own name it is there whole or not at all.
 */
public final class FolderObjectStore implements ObjectStore {

    private static final Predicate<String> FAN = Pattern.compile("[0-9a-f]{2}").asMatchPredicate();
    private static final Predicate<String> OBJECT =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

    private final Path folder;

    /** Keeps objects in {@code folder}, and removes what interrupted puts have left there. */
    public FolderObjectStore(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(incoming());
            removeUnfinished();
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot use the folder " + this.folder, e);
        }
    }

    @Override
    public void put(ContentHash hash, Path file) {
        try {
            if (exists(hash)) {
                // Whoever put it may not have come to this, or not yet.
                forceParents(hash);
                return;
            }
            Path written = Files.createTempFile(incoming(), null, null);
            try {
                ContentHash actual = copy(file, written);
                if (!actual.equals(hash)) {
                    throw new ContentMismatch(hash, actual);
                }
                Files.createDirectories(parent(hash));
                Files.move(written, home(hash), StandardCopyOption.ATOMIC_MOVE);
                forceParents(hash);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot keep " + hash, e);
        }
    }

    @Override
    public InputStream open(ContentHash hash) {
        return new CheckedContent(open(hash, 0), hash);
    }

    @Override
    public InputStream open(ContentHash hash, long offset) {
        try {
            return Channels.newInputStream(FileChannel.open(home(hash)).position(offset));
        } catch (NoSuchFileException e) {
            throw new ObjectNotFound(hash);
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot read " + hash, e);
        }
    }

    @Override
    public boolean exists(ContentHash hash) {
        return Files.exists(home(hash));
    }

    @Override
    public void delete(ContentHash hash) {
        try {
            Files.deleteIfExists(home(hash));
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot delete " + hash, e);
        }
    }

    @Override
    public void list(Consumer<ContentHash> keys) {
        try {
            for (Path outer : entries(folder, FAN)) {
                for (Path inner : entries(outer, FAN)) {
                    for (Path object : entries(inner, OBJECT)) {
                        keys.accept(new ContentHash(object.getFileName().toString()));
                    }
                }
            }
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot list " + folder, e);
        }
    }

    private Path home(ContentHash hash) {
        return parent(hash).resolve(hash.hex());
    }

    private Path parent(ContentHash hash) {
        return grandparent(hash).resolve(hash.hex().substring(2, 4));
    }

    private Path grandparent(ContentHash hash) {
        return folder.resolve(hash.hex().substring(0, 2));
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    private void removeUnfinished() throws IOException {
        try (Stream<Path> leftovers = Files.list(incoming())) {
            for (Path leftover : leftovers.toList()) {
                Files.delete(leftover);
            }
        }
    }

    private static ContentHash copy(Path file, Path to) throws IOException {
        MessageDigest digest = ContentHash.newDigest();
        try (FileOutputStream kept = new FileOutputStream(to.toFile());
                OutputStream out = new DigestOutputStream(new BufferedOutputStream(kept), digest)) {
            Files.copy(file, out);
            out.flush();
            kept.getChannel().force(true);
        }
        return ContentHash.of(digest);
    }

    /** A new file is an entry of its folder that must reach the disk; so is a new folder. */
    private void forceParents(ContentHash hash) throws IOException {
        force(parent(hash));
        force(grandparent(hash));
        force(folder);
    }

    private static List<Path> entries(Path folder, Predicate<String> name) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> name.test(entry.getFileName().toString()))
                    .toList();
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
