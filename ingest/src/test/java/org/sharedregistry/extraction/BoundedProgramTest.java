package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedProgramTest {

    @TempDir
    private Path folder;

    @Test
    void boundsTheMemoryAndTheProcessorTimeOfWhatItRuns() throws IOException {
        assertThat(BoundedProgram.run(folder, 7, List.of("sh", "-c", "ulimit -v; ulimit -t")))
                .containsExactly("3000000", "7");
    }

    @Test
    void endsAProgramThatTakesMoreThanItsTime() {
        assertThatThrownBy(() -> BoundedProgram.run(folder, 1, List.of("sh", "-c", "while :; do :; done")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("sh ended with");
    }
}
