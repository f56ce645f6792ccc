package org.sharedregistry.storage.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.storage.ObjectStore;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;

class FolderConfigurationTest {

    @TempDir
    private Path folder;

    @Test
    void keepsOriginalsInAFolderUnlessSetOtherwise() {
        runner().run(context -> assertThat(context).getBean(ObjectStore.class).isInstanceOf(FolderObjectStore.class));
    }

    @Test
    void keepsOriginalsInAFolderWhenSetTo() {
        runner("registry.storage=folder")
                .run(context -> assertThat(context).getBean(ObjectStore.class).isInstanceOf(FolderObjectStore.class));
    }

    @Test
    void refusesAStorageThatDoesNotExist() {
        runner("registry.storage=tape")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("Failed to bind properties under 'registry.storage'"));
    }

    private ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Everything.class)
                .withPropertyValues("registry.originals.folder=" + folder)
                .withPropertyValues(settings);
    }

    /** Finds what the application would. */
    @ComponentScan("org.sharedregistry.storage")
    @ConfigurationPropertiesScan("org.sharedregistry.storage")
    static class Everything {}
}
