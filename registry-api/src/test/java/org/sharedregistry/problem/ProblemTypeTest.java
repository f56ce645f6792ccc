package org.sharedregistry.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTypeTest {

    @Test
    void hasAPageForEachTypeAndATypeForEachPage() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("../docs/problems"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                            .map(ProblemType::slug)
                            .toList());
        }
    }
}
