package org.sharedregistry.judged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What was judged is found as well as when somebody last looked. docs/search-ranking.md tells what to do when not. */
class RankingIT {

    @TempDir
    private Path home;

    @BeforeEach
    void needsWhatReadsScans() {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
    }

    @Test
    void ranksTheDemoAsApproved() throws Exception {
        JudgedRegistry registry = JudgedRegistry.filled(home, List.of());
        assertThat(Approved.named("demo-lucene.csv").changes(registry.onLucene(JudgedSet.demo())))
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "corpus", matches = ".+")
    void ranksRealDocumentsAsApproved() throws Exception {
        JudgedRegistry registry =
                JudgedRegistry.filled(home, JudgedSet.documents(Path.of(System.getProperty("corpus"))));
        assertThat(Approved.named("corpus-lucene.csv").changes(registry.onLucene(JudgedSet.corpus())))
                .isEmpty();
    }
}
