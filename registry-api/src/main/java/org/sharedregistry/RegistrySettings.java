package org.sharedregistry;

import java.nio.file.Path;
import java.util.Map;
import org.sharedregistry.storage.Storage;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code registry}. Those of each subject are read and checked there; named here too, so that a
 * mistyped name stops the start.
 *
 * @param home where everything lies that the registry keeps
 * @param demo whether an empty registry is filled with made-up goods, and accounts for them
 * @param storage where originals are kept
 */
@ConfigurationProperties(prefix = "registry", ignoreUnknownFields = false)
record RegistrySettings(
        @DefaultValue("./data") Path home,
        @DefaultValue("false") boolean demo,
        @DefaultValue Map<String, String> database,
        @DefaultValue("folder") Storage storage,
        @DefaultValue Map<String, String> originals,
        @DefaultValue Map<String, String> s3,
        @DefaultValue Map<String, String> search,
        @DefaultValue Map<String, String> extraction,
        @DefaultValue Map<String, String> pipeline,
        @DefaultValue Map<String, Object> uploads,
        @DefaultValue Map<String, String> consignment,
        @DefaultValue Map<String, String> notice) {}
