package org.sharedregistry.consignment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param lines how many a batch may have
 * @param anonymousLines how many without an account
 * @param body how large a batch may be
 * @param anonymousBody how large without an account
 * @param line how large one line may be
 */
@Validated
@ConfigurationProperties(prefix = "registry.consignment", ignoreUnknownFields = false)
record ConsignmentSettings(
        @DefaultValue("10000") @Min(1) @Max(100_000) int lines,
        @DefaultValue("100") @Min(0) @Max(100_000) int anonymousLines,
        @DefaultValue("32MB") DataSize body,
        @DefaultValue("1MB") DataSize anonymousBody,
        @DefaultValue("64KB") DataSize line) {}
