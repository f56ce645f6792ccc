package org.sharedregistry.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sharedregistry.access.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be uploaded. No file or request is larger than the server takes at all
 * ({@code spring.servlet.multipart}).
 *
 * @param atOnce how many uploads are received at the same time; more are told to come back, so that questions of
 *     officers always find a free thread
 * @param folder where the parts of resumable uploads wait for the rest
 * @param keptFor how long they wait after the last part has come
 */
@Validated
@ConfigurationProperties(prefix = "registry.uploads", ignoreUnknownFields = false)
record UploadLimits(
        @DefaultValue("24") @Min(1) int atOnce,
        @DefaultValue("./data/uploads") Path folder,
        @DefaultValue("3d") Duration keptFor,
        @DefaultValue @Valid Limit manufacturer,
        @DefaultValue @Valid Limit body,
        @DefaultValue @Valid Limit authority) {

    /** The most that anybody may send as one file. */
    DataSize largest() {
        return Stream.of(manufacturer, body, authority)
                .map(Limit::fileSize)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Limit of(Role role) {
        return switch (role) {
            case BODY -> body;
            case AUTHORITY -> authority;
            default -> manufacturer;
        };
    }

    /**
     * What one role may upload.
     *
     * @param fileSize of one file
     * @param files in one request
     * @param waiting how many files of one owner may wait to be read; more are told to come back
     */
    record Limit(
            @DefaultValue("100MB") DataSize fileSize,
            @DefaultValue("100") @Min(1) @Max(100) int files,
            @DefaultValue("2000") @Min(1) int waiting) {}
}
