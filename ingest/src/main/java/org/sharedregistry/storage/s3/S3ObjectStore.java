package org.sharedregistry.storage.s3;

import io.minio.Checksum;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsV2Args;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.ListBucketResultV2;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.storage.CheckedContent;
import org.sharedregistry.storage.ContentHash;
import org.sharedregistry.storage.ContentMismatch;
import org.sharedregistry.storage.ObjectNotFound;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.StorageUnavailable;

/**
 * Originals as objects of a bucket, each named by its hash. S3 shows an object whole or not at all, and answers a put
 * when it has been kept for good.
 */
final class S3ObjectStore implements ObjectStore {

    private static final Predicate<String> OBJECT =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

    /** A put holds one part in memory; a file that is longer goes in several. S3 takes 10,000 of them, of 5 MB at least. */
    private static final long PART = 8L << 20;

    private static final int PAGE = 1000;

    private final MinioAsyncClient client;
    private final String bucket;

    /** Keeps objects in {@code bucket}, which must be there: a mistyped name shall not begin an empty registry. */
    S3ObjectStore(MinioAsyncClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
        try {
            // Asked with a listing, because the answer to a question about the bucket itself has no room for reasons.
            page(null, 1);
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot use the bucket " + bucket + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void put(ContentHash hash, Path file) {
        if (exists(hash)) {
            return;
        }
        try (InputStream in = new CheckedContent(Files.newInputStream(file), hash)) {
            // With no size given, the client reads until the end, where the hash is checked, before it sends the last
            // part.
            answer(client.putObject(PutObjectArgs.builder().bucket(bucket).object(hash.hex()).stream(in, -1L, PART)
                    .checksum(Checksum.Algorithm.SHA256)
                    .build()));
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
            return answer(client.getObject(GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(hash.hex())
                    .offset(offset)
                    .build()));
        } catch (Refusal e) {
            if (e.is("NoSuchKey")) {
                throw new ObjectNotFound(hash);
            }
            if (e.is("InvalidRange")) {
                return InputStream.nullInputStream();
            }
            throw new StorageUnavailable("Cannot read " + hash, e);
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot read " + hash, e);
        }
    }

    @Override
    public boolean exists(ContentHash hash) {
        try {
            answer(client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(hash.hex()).build()));
            return true;
        } catch (Refusal e) {
            if (e.is("NoSuchKey")) {
                return false;
            }
            throw new StorageUnavailable("Cannot look for " + hash, e);
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot look for " + hash, e);
        }
    }

    @Override
    public void delete(ContentHash hash) {
        try {
            answer(client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(hash.hex()).build()));
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot delete " + hash, e);
        }
    }

    @Override
    public void list(Consumer<ContentHash> keys) {
        try {
            String next = null;
            do {
                ListBucketResultV2 page = page(next, PAGE);
                page.contents().stream()
                        .map(Item::objectName)
                        .filter(OBJECT)
                        .map(ContentHash::new)
                        .forEach(keys);
                next = page.isTruncated() ? page.nextContinuationToken() : null;
            } while (next != null);
        } catch (IOException e) {
            throw new StorageUnavailable("Cannot list the bucket " + bucket, e);
        }
    }

    private ListBucketResultV2 page(@Nullable String from, int size) throws IOException {
        return answer(client.listObjectsV2(ListObjectsV2Args.builder()
                        .bucket(bucket)
                        .continuationToken(from)
                        .maxKeys(size)
                        .build()))
                .result();
    }

    private static <T> T answer(CompletableFuture<T> request) throws IOException {
        try {
            return request.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ContentMismatch mismatch) {
                throw mismatch;
            }
            if (cause instanceof ErrorResponseException refused) {
                throw new Refusal(refused);
            }
            if (cause instanceof IOException) {
                throw new IOException("The service cannot be reached: " + cause.getMessage(), cause);
            }
            if (cause instanceof MinioException) {
                throw new IOException(cause.getMessage(), cause);
            }
            throw e;
        }
    }
}
