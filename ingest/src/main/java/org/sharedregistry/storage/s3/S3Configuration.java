package org.sharedregistry.storage.s3;

import io.minio.MinioAsyncClient;
import org.sharedregistry.storage.ObjectStore;
import org.sharedregistry.storage.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration
@Conditional(S3Configuration.Chosen.class)
class S3Configuration {

    /** The asynchronous client: the other one tells a service that is away and a defect in our code by the same exception. */
    @Bean
    static MinioAsyncClient s3Client(S3Settings settings) {
        MinioAsyncClient client = MinioAsyncClient.builder()
                .endpoint(settings.endpoint())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
        long timeout = settings.timeout().toMillis();
        client.setTimeout(timeout, timeout, timeout);
        return client;
    }

    @Bean
    ObjectStore objectStore(MinioAsyncClient s3Client, S3Settings settings) {
        return new S3ObjectStore(s3Client, settings.bucket());
    }

    static final class Chosen implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Storage.chosen(context.getEnvironment()) == Storage.S3;
        }
    }
}
