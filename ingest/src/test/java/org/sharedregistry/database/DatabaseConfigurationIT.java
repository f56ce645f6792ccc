package org.sharedregistry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationIT {

    @TempDir
    private Path folder;

    @Test
    void embedsADatabaseThatStopsAfterItsDataSource(CapturedOutput output) {
        runner().withPropertyValues("registry.database.folder=" + folder).run(context -> {
            try (Connection connection = context.getBean(DataSource.class).getConnection()) {
                assertThat(connection.getSchema()).isEqualTo("registry");
            }
        });
        assertThat(folder.resolve("data")).exists();
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(output).doesNotContain("WARN", "ERROR");
    }

    @Test
    void embedsNothingWhenAnExternalDatabaseIsNamed() {
        runner().withInitializer(new TestDatabase.Initializer())
                .withPropertyValues("registry.database.folder=" + folder)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedDatabase.class);
                    try (Connection connection =
                            context.getBean(DataSource.class).getConnection()) {
                        assertThat(connection.getCatalog()).startsWith("test_");
                    }
                });
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatIsWrongAndWhatToDoWithoutAStackTrace(CapturedOutput output) {
        try (EmbeddedDatabase holder = EmbeddedDatabase.start(folder, Duration.ofMinutes(1))) {
            assertThat(holder).isNotNull();
            SpringApplication application = new SpringApplication(Embedding.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            assertThatThrownBy(() -> application.run("--registry.database.folder=" + folder))
                    .hasRootCauseInstanceOf(DatabaseInUse.class);
        }
        assertThat(output)
                .contains("The database folder " + folder + " is in use by process")
                .contains("Stop that process")
                .doesNotContain("\tat ");
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withUserConfiguration(Embedding.class);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(DatabaseConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    @EnableConfigurationProperties(DatabaseSettings.class)
    static class Embedding {}
}
