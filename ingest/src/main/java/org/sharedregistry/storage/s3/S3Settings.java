package org.sharedregistry.storage.s3;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Conditional;
import org.springframework.validation.annotation.Validated;

/**
 * @param endpoint the address of the service, without a path
 * @param bucket where originals are kept, and nothing else
 * @param region as the service calls its own
 * @param accessKey who we are to the service
 * @param secretKey what proves it
 * @param timeout how long to wait for a connection, and for each piece of an answer
 */
@Validated
@Conditional(S3Configuration.Chosen.class)
@ConfigurationProperties(prefix = "registry.s3", ignoreUnknownFields = false)
record S3Settings(
        @NotNull(
                message =
                        "set it (REGISTRY_S3_ENDPOINT) to the address of the S3 service, as in https://s3.example.org")
        @Pattern(regexp = "https?://[^/]+/?", message = "must be https:// or http://, a host and no path")
        String endpoint,

        @NotBlank(message = "set it (REGISTRY_S3_BUCKET) to the bucket that keeps the originals")
        String bucket,

        @NotBlank @DefaultValue("us-east-1") String region,

        @NotBlank(message = "set it (REGISTRY_S3_ACCESSKEY) to the access key of the registry's account")
        String accessKey,

        @NotBlank(message = "set it (REGISTRY_S3_SECRETKEY) to the secret key of the registry's account")
        String secretKey,

        @NotNull @DurationMin(millis = 1) @DefaultValue("30s")
        Duration timeout) {

    /** Without the secret, lest it be logged. */
    @Override
    public String toString() {
        return bucket + " at " + endpoint + " as " + accessKey;
    }
}
