package org.sharedregistry.search.lucene;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param folder where the index lies; it can be deleted while the registry is stopped, and is then filled anew */
@Validated
@ConfigurationProperties(prefix = "registry.search.lucene", ignoreUnknownFields = false)
record LuceneSettings(@DefaultValue("./data/search") Path folder) {}
