package org.sharedregistry.storage.folder;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param folder where originals are kept */
@Validated
@ConfigurationProperties(prefix = "registry.originals", ignoreUnknownFields = false)
record FolderSettings(@DefaultValue("./data/originals") Path folder) {}
