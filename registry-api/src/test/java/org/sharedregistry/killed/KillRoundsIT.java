package org.sharedregistry.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two short rounds; CONTRIBUTING tells how to have more. */
class KillRoundsIT {

    @TempDir
    private Path home;

    @Test
    void losesNothingThatItAcknowledgedAndFinishesWhateverIsKilled() throws Exception {
        long seed = System.nanoTime();
        System.out.println("Kill rounds with the seed " + seed);
        assertThat(new KillRounds(home, seed, System.out).run(2, 60))
                .as("seed " + seed)
                .isEmpty();
    }
}
