package org.sharedregistry.pipeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param folder for files on their way: uploads being received, originals being read
 * @param textWorkers how many originals are read at once
 * @param ocrWorkers how many originals with pictures are read at once
 * @param attempts how often reading an original is tried before it counts as failed
 * @param firstRetry the pause before the second attempt; each further one is twice as long
 * @param deepestContainer how deep containers may lie in each other
 * @param mostMembers how many files the containers of one upload may hold together
 */
@Validated
@ConfigurationProperties(prefix = "registry.pipeline", ignoreUnknownFields = false)
record PipelineSettings(
        @DefaultValue("./data/work") Path folder,
        @DefaultValue("2") @Min(1) @Max(64) int textWorkers,
        @DefaultValue("1") @Min(1) @Max(64) int ocrWorkers,
        @DefaultValue("3") @Min(1) @Max(20) int attempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("4") @Min(0) @Max(20) int deepestContainer,
        @DefaultValue("5000") @Min(0) int mostMembers) {

    Duration retryAfter(int attempt) {
        return firstRetry.multipliedBy(1L << Math.min(attempt - 1, 16));
    }
}
