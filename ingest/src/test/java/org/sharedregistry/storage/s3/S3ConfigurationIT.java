package org.sharedregistry.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sharedregistry.storage.ObjectStore;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.ComponentScan;

@ExtendWith(OutputCaptureExtension.class)
class S3ConfigurationIT {

    @Test
    void keepsOriginalsInTheBucketThatIsSet() {
        S3Server server = S3Server.shared();
        runner(server.settings(server.newBucket()))
                .run(context -> assertThat(context).getBean(ObjectStore.class).isInstanceOf(S3ObjectStore.class));
    }

    @Test
    void saysWhatIsNotSet() {
        runner().run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("REGISTRY_S3_ENDPOINT")
                .hasStackTraceContaining("REGISTRY_S3_BUCKET")
                .hasStackTraceContaining("REGISTRY_S3_ACCESSKEY")
                .hasStackTraceContaining("REGISTRY_S3_SECRETKEY"));
    }

    @Test
    void refusesAnEndpointThatIsNoAddress() {
        runner("registry.s3.endpoint=localhost:9000")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("must be https:// or http://, a host and no path"));
    }

    @Test
    void neverTellsTheSecret(CapturedOutput output) {
        S3Server server = S3Server.shared();
        S3Settings settings = server.settings(server.newBucket(), "a secret that does not fit");
        runner(settings)
                .run(context -> assertThat(getStackTrace(context.getStartupFailure()))
                        .contains("SignatureDoesNotMatch")
                        .doesNotContain(settings.secretKey()));
        assertThat(output).doesNotContain(settings.secretKey());
        assertThat(settings.toString()).doesNotContain(settings.secretKey());
    }

    private static ApplicationContextRunner runner(S3Settings settings) {
        return runner(
                "registry.s3.endpoint=" + settings.endpoint(),
                "registry.s3.bucket=" + settings.bucket(),
                "registry.s3.access-key=" + settings.accessKey(),
                "registry.s3.secret-key=" + settings.secretKey());
    }

    private static ApplicationContextRunner runner(String... settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Everything.class)
                .withPropertyValues("registry.storage=s3")
                .withPropertyValues(settings);
    }

    /** Finds what the application would. */
    @ComponentScan("org.sharedregistry.storage")
    @ConfigurationPropertiesScan("org.sharedregistry.storage")
    static class Everything {}
}
