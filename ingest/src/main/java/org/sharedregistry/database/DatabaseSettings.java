package org.sharedregistry.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the embedded database; without effect when {@code spring.datasource.url} names an external one.
 *
 * @param folder everything the database needs: programs, data, password, log; copy it whole, and only while stopped
 * @param startTimeout how long the server may take until it answers, recovery after a crash included
 */
@Validated
@ConfigurationProperties(prefix = "registry.database", ignoreUnknownFields = false)
record DatabaseSettings(
        @NotNull @DefaultValue("./data/postgres") Path folder,
        @NotNull @DefaultValue("2m") Duration startTimeout) {}
