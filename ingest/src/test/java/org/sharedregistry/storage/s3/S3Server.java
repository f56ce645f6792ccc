package org.sharedregistry.storage.s3;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** A real S3 endpoint in this JVM, which checks signatures and keeps everything in memory, and a client of it. */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY = "registry";
    public static final String SECRET_KEY = "a secret of the tests";

    private final S3Proxy proxy;
    private final MinioAsyncClient client;
    private final AtomicInteger buckets = new AtomicInteger();

    private S3Server(S3Proxy proxy) {
        this.proxy = proxy;
        this.client = S3Configuration.s3Client(settings("none", SECRET_KEY));
    }

    /** The one for all tests of a JVM. */
    static S3Server shared() {
        return Shared.SERVER;
    }

    /** One of its own, on a free port. */
    public static S3Server start() {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot start the S3 endpoint", e);
        }
        return new S3Server(proxy);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    MinioAsyncClient client() {
        return client;
    }

    /** Makes an empty bucket; returns its name. */
    String newBucket() {
        String bucket = "originals-" + buckets.incrementAndGet();
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()).join();
        return bucket;
    }

    public boolean holds(String bucket, String object) {
        return client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).prefix(object).build())
                .iterator()
                .hasNext();
    }

    /** What the registry needs to know to use a bucket. */
    S3Settings settings(String bucket) {
        return settings(bucket, SECRET_KEY);
    }

    S3Settings settings(String bucket, String secretKey) {
        return new S3Settings(address().toString(), bucket, "us-east-1", ACCESS_KEY, secretKey, Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        client.close();
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot stop the S3 endpoint", e);
        }
    }

    /** Started by the first test that needs it. */
    private static final class Shared {

        static final S3Server SERVER = startForGood();

        private static S3Server startForGood() {
            S3Server server = S3Server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }
}
