package org.sharedregistry.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ContentMismatch;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.ObjectStoreContract;
import org.sharedregistry.storage.StorageUnavailable;

class FolderObjectStoreTest extends ObjectStoreContract {

    @TempDir
    private Path temporary;

    @Override
    protected ObjectStore emptyStore() {
        return new FolderObjectStore(folder());
    }

    @Test
    void noticesADamagedObjectAtEveryReadOfItsEnd() throws IOException {
        ContentHash hash = put("test report");
        Files.writeString(fileOf(hash), "test rep0rt");
        try (InputStream in = store().open(hash)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(ContentMismatch.class);
            assertThatThrownBy(in::read).isInstanceOf(ContentMismatch.class);
        }
    }

    @Test
    void noticesAnObjectThatWasCutOff() throws IOException {
        ContentHash hash = put("test report");
        Files.writeString(fileOf(hash), "");
        try (InputStream in = store().open(hash)) {
            assertThatThrownBy(in::read).isInstanceOf(ContentMismatch.class);
        }
    }

    @Test
    void findsItsObjectsAfterARestart() throws IOException {
        ContentHash hash = put("test report");
        assertThat(emptyStore().exists(hash)).isTrue();
    }

    @Test
    void leavesNothingBehindWhenItRefuses() throws IOException {
        Path file = Files.writeString(temporary.resolve("forged"), "forged");
        ContentHash hash = new ContentHash("0".repeat(64));
        assertThatThrownBy(() -> store().put(hash, file)).isInstanceOf(ContentMismatch.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheFileIsGone() throws IOException {
        ContentHash hash = new ContentHash("0".repeat(64));
        assertThatThrownBy(() -> store().put(hash, temporary.resolve("gone"))).isInstanceOf(StorageUnavailable.class);
        assertThat(store().exists(hash)).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsWhatInterruptedPutsHaveLeft() throws IOException {
        Path leftover = Files.writeString(folder().resolve("incoming/interrupted"), "half a test rep");
        store().list(key -> {
            throw new AssertionError("Visible: " + key);
        });
        emptyStore();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void streamsALargeObject() throws IOException {
        int size = 64 << 20;
        Path file = randomFile(size);
        ContentHash hash = ContentHash.of(file);
        long before = allocated();
        store().put(hash, file);
        try (InputStream in = store().open(hash)) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(size);
        }
        assertThat(allocated() - before).isLessThan(size / 8);
    }

    private Path folder() {
        return temporary.resolve("originals");
    }

    private Path fileOf(ContentHash hash) {
        String hex = hash.hex();
        return folder().resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path randomFile(int size) throws IOException {
        Path file = temporary.resolve("large");
        byte[] block = new byte[1 << 20];
        new Random(1).nextBytes(block);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < size; written += block.length) {
                out.write(block);
            }
        }
        return file;
    }

    /** Bytes this thread has ever allocated. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
