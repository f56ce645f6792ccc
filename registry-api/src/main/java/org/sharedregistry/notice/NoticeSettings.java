package org.sharedregistry.notice;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param address of the registry as its users reach it; what links in letters begin with
 * @param from whose letters they are
 * @param every how long to wait between looking for letters to send
 */
@ConfigurationProperties(prefix = "registry.notice", ignoreUnknownFields = false)
record NoticeSettings(
        @DefaultValue("http://localhost:8080") URI address,
        @DefaultValue("registry@localhost") String from,
        @DefaultValue("10s") Duration every) {}
