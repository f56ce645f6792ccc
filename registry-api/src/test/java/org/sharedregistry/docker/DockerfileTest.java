package org.sharedregistry.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private final Dockerfile dockerfile = Dockerfile.read();

    @Test
    void standsOnImagesOfAFullVersion() {
        Set<String> stages = new HashSet<>();
        for (String from : dockerfile.all("FROM")) {
            List<String> words = List.of(from.split(" ", -1));
            assertThat(stages.contains(words.get(0)) || words.get(0).matches("[a-z/.-]+:[a-z]+-\\d{8}-slim"))
                    .as(from)
                    .isTrue();
            stages.add(words.get(words.size() - 1));
        }
    }

    @Test
    void givesTheBuilderTheJarAndNothingElse() throws IOException {
        String jar = "registry-api/target/registry-api-*.jar";
        assertThat(dockerfile.all("COPY").get(0)).isEqualTo(jar + " registry-api.jar");
        assertThat(Files.readAllLines(ComposeFile.FOLDER.resolve("Dockerfile.dockerignore")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("*", "!" + jar);
    }

    @Test
    void runsAsAUserWithoutRightsAndWithoutAShellInBetween() {
        assertThat(dockerfile.last("USER")).matches("[1-9]\\d+:[1-9]\\d+");
        assertThat(Dockerfile.words(dockerfile.last("ENTRYPOINT")))
                .startsWith("java")
                .endsWith("-jar", "registry-api.jar");
        assertThat(dockerfile.all("CMD")).isEqualTo(List.of());
    }

    @Test
    void writesWhereComposeMountsAVolume() {
        String home = dockerfile.environment().get("REGISTRY_HOME");
        assertThat(dockerfile.all("VOLUME")).containsExactly(home);
        assertThat(ComposeFile.read()
                        .content()
                        .at("/services/registry/volumes/0")
                        .asString())
                .isEqualTo("registry:" + home);
    }
}
