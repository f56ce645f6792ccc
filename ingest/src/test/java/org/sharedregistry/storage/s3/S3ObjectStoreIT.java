package org.sharedregistry.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.ListMultipartUploadsArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.StatObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ContentMismatch;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.ObjectStoreContract;
import org.sharedregistry.storage.StorageUnavailable;

class S3ObjectStoreIT extends ObjectStoreContract {

    @TempDir
    private Path temporary;

    private final S3Server server = S3Server.shared();
    private final MinioAsyncClient client = server.client();
    private final String bucket = server.newBucket();

    @Override
    protected ObjectStore emptyStore() {
        return new S3ObjectStore(client, bucket);
    }

    @Test
    void keepsALargeObjectInParts() throws IOException {
        Path file = randomFile(20_000_000);
        ContentHash hash = ContentHash.of(file);
        store().put(hash, file);
        assertSame(hash, file);
        assertThat(etag(hash)).as("the mark of three parts").endsWith("-3");
    }

    @Test
    void keepsAnObjectOfExactlyOnePart() throws IOException {
        Path file = randomFile(8 << 20);
        ContentHash hash = ContentHash.of(file);
        store().put(hash, file);
        assertSame(hash, file);
        assertThat(etag(hash)).as("no mark of parts").doesNotContain("-");
    }

    @Test
    void leavesNoPartsBehindWhenItRefuses() throws IOException {
        ContentHash hash = new ContentHash("0".repeat(64));
        Path forged = randomFile(20_000_000);
        assertThatThrownBy(() -> store().put(hash, forged)).isInstanceOf(ContentMismatch.class);
        assertThat(store().exists(hash)).isFalse();
        assertThat(client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                                .bucket(bucket)
                                .build())
                        .join()
                        .result()
                        .uploads())
                .isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheFileIsGone() {
        ContentHash hash = new ContentHash("0".repeat(64));
        assertThatThrownBy(() -> store().put(hash, temporary.resolve("gone"))).isInstanceOf(StorageUnavailable.class);
        assertThat(store().exists(hash)).isFalse();
    }

    @Test
    void noticesADamagedObjectAtEveryReadOfItsEnd() throws IOException {
        ContentHash hash = put("test report");
        overwrite(hash.hex(), "test rep0rt");
        try (InputStream in = store().open(hash)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(ContentMismatch.class);
            assertThatThrownBy(in::read).isInstanceOf(ContentMismatch.class);
        }
    }

    @Test
    void noticesAnObjectThatWasCutOff() throws IOException {
        ContentHash hash = put("test report");
        overwrite(hash.hex(), "");
        try (InputStream in = store().open(hash)) {
            assertThatThrownBy(in::read).isInstanceOf(ContentMismatch.class);
        }
    }

    @Test
    void listsMoreThanOnePage() throws IOException {
        List<ContentHash> put = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            put.add(put("original " + i));
        }
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void listsOnlyOriginals() throws IOException {
        overwrite("README", "not an original");
        ContentHash hash = put("test report");
        assertThat(keys()).containsExactly(hash);
    }

    @Test
    void refusesABucketThatIsNotThere() {
        assertThatThrownBy(() -> new S3ObjectStore(client, "mistyped"))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("Cannot use the bucket mistyped: NoSuchBucket");
    }

    @Test
    void saysThatTheSecretIsWrong() {
        assertThatThrownBy(() -> connect(server.settings(bucket, "another secret")))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("Cannot use the bucket " + bucket + ": SignatureDoesNotMatch");
    }

    @Test
    void saysThatTheServiceIsAway() throws IOException {
        S3Settings away = at(freePort(), Duration.ofSeconds(30));
        assertThatThrownBy(() -> connect(away))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining(
                        "Cannot use the bucket originals: The service cannot be reached: Failed to connect");
    }

    @Test
    void doesNotWaitForAServiceThatNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            S3Settings hanging = at(silent.getLocalPort(), Duration.ofMillis(200));
            assertThatThrownBy(() -> connect(hanging))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasStackTraceContaining("SocketTimeoutException");
        }
    }

    @Test
    void neverTakesAServiceThatIsAwayForAnEmptyOne() throws IOException {
        S3Server other = S3Server.start();
        S3Settings settings = other.settings(other.newBucket());
        try (MinioAsyncClient itsClient = S3Configuration.s3Client(settings)) {
            ObjectStore store = new S3ObjectStore(itsClient, settings.bucket());
            other.close();
            assertFails(store);
            assertThatThrownBy(() -> store.exists(new ContentHash("0".repeat(64))))
                    .isInstanceOf(StorageUnavailable.class);
        }
    }

    @Test
    void neverTakesABucketThatIsGoneForAnEmptyOne() throws IOException {
        client.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build()).join();
        assertFails(store());
    }

    private void assertFails(ObjectStore store) throws IOException {
        Path file = Files.writeString(temporary.resolve("original"), "test report");
        ContentHash hash = ContentHash.of(file);
        List<ThrowingCallable> calls = List.of(
                () -> store.put(hash, file),
                () -> store.open(hash),
                () -> store.open(hash, 3),
                () -> store.delete(hash),
                () -> store.list(key -> {}));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call).isInstanceOf(StorageUnavailable.class));
    }

    private void assertSame(ContentHash hash, Path file) throws IOException {
        try (InputStream kept = store().open(hash);
                InputStream put = Files.newInputStream(file)) {
            assertThat(kept).hasSameContentAs(put);
        }
    }

    private List<ContentHash> keys() {
        List<ContentHash> keys = new ArrayList<>();
        store().list(keys::add);
        return keys;
    }

    private String etag(ContentHash hash) {
        return client.statObject(StatObjectArgs.builder()
                        .bucket(bucket)
                        .object(hash.hex())
                        .build())
                .join()
                .etag();
    }

    private void overwrite(String key, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        client.putObject(PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .data(bytes, bytes.length)
                        .build())
                .join();
    }

    private Path randomFile(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return Files.write(temporary.resolve("large"), bytes);
    }

    /** As the registry does when it starts. */
    private static void connect(S3Settings settings) {
        try (MinioAsyncClient client = S3Configuration.s3Client(settings)) {
            new S3ObjectStore(client, settings.bucket());
        }
    }

    private static S3Settings at(int port, Duration timeout) {
        return new S3Settings("http://127.0.0.1:" + port, "originals", "us-east-1", "registry", "secret", timeout);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
