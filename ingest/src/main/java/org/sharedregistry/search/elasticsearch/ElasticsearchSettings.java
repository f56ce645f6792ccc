package org.sharedregistry.search.elasticsearch;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Conditional;
import org.springframework.validation.annotation.Validated;

/**
 * @param hosts addresses of nodes of one cluster; whichever answers is asked
 * @param prefix what the names of the registry's indices and aliases begin with, so that several share a cluster
 * @param shards into how many parts each index is cut
 * @param replicas how many copies of each part there are besides the first
 * @param username who we are to the cluster, unless it is told by {@code apiKey}
 * @param password what proves it
 * @param apiKey who we are to the cluster, in the encoded form that it gives out
 * @param certificate file with the certificate of the authority that signed the nodes' own; without it those count that
 *     the Java runtime trusts
 * @param timeout how long to wait for a connection, and for an answer
 */
@Validated
@Conditional(ElasticsearchConfiguration.Chosen.class)
@ConfigurationProperties(prefix = "registry.search.elasticsearch", ignoreUnknownFields = false)
record ElasticsearchSettings(
        @NotEmpty(
                message =
                        "set it (REGISTRY_SEARCH_ELASTICSEARCH_HOSTS) to the addresses of the cluster, as in https://search.example.org:9200")
        List<
                        @Pattern(
                                regexp = "https?://[^/:]+:\\d+/?",
                                message = "must be https:// or http://, a host, a port and no path")
                        String>
                hosts,

        @NotNull
        @Pattern(
                regexp = "[a-z][a-z0-9_]{0,30}",
                message = "must be of small letters, digits and _, and begin with a letter")
        @DefaultValue("registry")
        String prefix,

        @Min(1) @Max(1024) @DefaultValue("1") int shards,
        @Min(0) @DefaultValue("1") int replicas,
        @Nullable String username,
        @Nullable String password,
        @Nullable String apiKey,
        @Nullable Path certificate,

        @NotNull @DurationMin(millis = 1) @DefaultValue("30s")
        Duration timeout) {

    @AssertTrue(message = "needs a username and a password, or an API key, or none of them")
    boolean isOneIdentity() {
        return (username == null) == (password == null) && (username == null || apiKey == null);
    }

    /** Without the secrets, lest they be logged. */
    @Override
    public String toString() {
        return prefix + " at " + hosts;
    }
}
