package org.sharedregistry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object store promises. */
public abstract class ObjectStoreContract {

    @TempDir
    private Path originals;

    private ObjectStore store;

    /** A store without objects, its own for each test. */
    protected abstract ObjectStore emptyStore();

    @BeforeEach
    void openStore() {
        store = emptyStore();
    }

    @Test
    void givesBackWhatWasPut() throws IOException {
        ContentHash hash = put("test report");
        assertThat(contentOf(hash)).isEqualTo("test report");
        assertThat(store.exists(hash)).isTrue();
    }

    @Test
    void keepsAnEmptyObject() throws IOException {
        assertThat(contentOf(put(""))).isEmpty();
    }

    @Test
    void leavesTheFileToTheCaller() throws IOException {
        Path file = original("test report");
        ContentHash hash = ContentHash.of(file);
        store.put(hash, file);
        Files.writeString(file, "overwritten");
        assertThat(contentOf(hash)).isEqualTo("test report");
    }

    @Test
    void takesTheSameObjectTwice() throws IOException {
        put("test report");
        ContentHash hash = put("test report");
        assertThat(contentOf(hash)).isEqualTo("test report");
        assertThat(keys()).containsExactly(hash);
    }

    @Test
    void refusesBytesOfAnotherHashAndShowsNothing() throws IOException {
        Path file = original("forged");
        ContentHash hash = ContentHash.of(original("genuine"));
        assertThatThrownBy(() -> store.put(hash, file)).isInstanceOf(ContentMismatch.class);
        assertThat(store.exists(hash)).isFalse();
        assertThat(keys()).isEmpty();
    }

    @Test
    void knowsNothingOfAnObjectThatWasNeverPut() throws IOException {
        ContentHash hash = ContentHash.of(original("unknown"));
        assertThat(store.exists(hash)).isFalse();
        assertThatThrownBy(() -> store.open(hash)).isInstanceOf(ObjectNotFound.class);
        assertThatThrownBy(() -> store.open(hash, 3)).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void forgetsADeletedObject() throws IOException {
        ContentHash hash = put("test report");
        store.delete(hash);
        store.delete(hash);
        assertThat(store.exists(hash)).isFalse();
        assertThat(keys()).isEmpty();
        assertThatThrownBy(() -> store.open(hash)).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void takesADeletedObjectAgain() throws IOException {
        store.delete(put("test report"));
        assertThat(contentOf(put("test report"))).isEqualTo("test report");
    }

    @Test
    void opensAnObjectInTheMiddle() throws IOException {
        ContentHash hash = put("0123456789");
        assertThat(contentFrom(hash, 0)).isEqualTo("0123456789");
        assertThat(contentFrom(hash, 7)).isEqualTo("789");
        assertThat(contentFrom(hash, 10)).isEmpty();
        assertThat(contentFrom(hash, 11)).isEmpty();
    }

    @Test
    void checksAnObjectOfWhichBytesAreSkipped() throws IOException {
        ContentHash hash = put("0123456789");
        try (InputStream in = store.open(hash)) {
            in.skipNBytes(7);
            assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("789");
        }
    }

    @Test
    void listsEveryKeyOnce() throws IOException {
        List<ContentHash> put = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            put.add(put("original " + i));
        }
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void takesTheSameObjectFromManyAtOnce() throws Exception {
        Path file = original("test report");
        ContentHash hash = ContentHash.of(file);
        Callable<Boolean> put = () -> {
            store.put(hash, file);
            return store.exists(hash);
        };
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> visible : executor.invokeAll(List.of(put, put, put, put, put, put, put, put))) {
                assertThat(visible.get()).isTrue();
            }
        } finally {
            executor.shutdown();
        }
        assertThat(contentOf(hash)).isEqualTo("test report");
        assertThat(keys()).containsExactly(hash);
    }

    /** Puts a text; returns its key. */
    protected final ContentHash put(String content) throws IOException {
        Path file = original(content);
        ContentHash hash = ContentHash.of(file);
        store.put(hash, file);
        return hash;
    }

    protected final ObjectStore store() {
        return store;
    }

    private Path original(String content) throws IOException {
        return Files.writeString(Files.createTempFile(originals, null, null), content);
    }

    private String contentOf(ContentHash hash) throws IOException {
        try (InputStream in = store.open(hash)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String contentFrom(ContentHash hash, long offset) throws IOException {
        try (InputStream in = store.open(hash, offset)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<ContentHash> keys() {
        List<ContentHash> keys = new ArrayList<>();
        store.list(keys::add);
        return keys;
    }
}
