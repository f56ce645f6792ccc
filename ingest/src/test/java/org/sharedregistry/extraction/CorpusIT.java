package org.sharedregistry.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusIT {
    private static final Path CORPUS = Path.of(System.getProperty("corpus", ""));
    private static TextExtractor extractor;

    @BeforeAll
    static void start(@TempDir Path folder) {
        extractor = new TextExtractor(SomeSettings.in(folder));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    static Stream<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String f : List.of("real", "odd"))
            try (Stream<Path> s = Files.list(CORPUS.resolve(f))) {
                all.addAll(s.sorted().toList());
            }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void endsInAnOutcome(Path file) {
        List<ExtractedPage> pages = new ArrayList<>();
        long t = System.nanoTime();
        Extraction end = extractor.extract(file, file.getFileName().toString(), pages::add);
        System.out.println((System.nanoTime() - t) / 1000000 + " ms " + file.getFileName() + " " + end);
        for (ExtractedPage p : pages)
            System.out.println("      " + p.number() + " " + p.source() + " "
                    + p.text().length() + " "
                    + p.text().substring(0, Math.min(60, p.text().length())).replace('\n', '|'));
    }
}
