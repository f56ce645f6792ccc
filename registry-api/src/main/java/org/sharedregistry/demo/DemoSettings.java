package org.sharedregistry.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the registry keeps its things; the other settings under {@code registry} are read elsewhere. */
@ConfigurationProperties("registry")
record DemoSettings(@DefaultValue("./data") Path home) {

    Path accountsFile() {
        return home.resolve("demo-accounts.json");
    }
}
