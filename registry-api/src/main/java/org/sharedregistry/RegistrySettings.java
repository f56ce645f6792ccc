package org.sharedregistry;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code registry}. Those of each subject are read and checked there; named here too, so that a
 * mistyped name stops the start.
 *
 * @param home where everything lies that the registry keeps
 * @param demo whether an empty registry is filled with made-up goods, and accounts for them
 */
@ConfigurationProperties(prefix = "registry", ignoreUnknownFields = false)
record RegistrySettings(
        @DefaultValue("./data") Path home,
        @DefaultValue("false") boolean demo,
        @DefaultValue Map<String, String> database,
        @DefaultValue Map<String, String> storage,
        @DefaultValue Map<String, String> search,
        @DefaultValue Map<String, String> extraction,
        @DefaultValue Map<String, String> pipeline) {}
