package org.sharedregistry.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.storage.ContentHash;
import org.springframework.util.StringUtils;

class GeneratedFileTest {

    private static final int SOME = 40;

    @Test
    void hasTheSameBytesAgain() throws IOException {
        for (int i = 0; i < SOME; i++) {
            assertThat(new GeneratedFile(i).bytes()).as("%d", i).isEqualTo(new GeneratedFile(i).bytes());
        }
    }

    @Test
    void isLikeNoOtherAndNoCopyOfAny(@TempDir Path folder) throws IOException {
        Set<ContentHash> seen = new HashSet<>();
        for (Path file : Corpus.ofFiles(folder, 0, SOME).files()) {
            for (int copy = 0; copy < 4; copy++) {
                assertThat(seen.add(sha256(Corpus.copy(file, copy))))
                        .as("copy %d of %s", copy, file)
                        .isTrue();
            }
        }
    }

    @Test
    void comesInTheKindsThatMakersSend() {
        Map<String, Long> kinds = IntStream.range(0, 1_000)
                .mapToObj(i -> StringUtils.getFilenameExtension(new GeneratedFile(i).name()))
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        assertThat(kinds)
                .isEqualTo(Map.of("pdf", 600L, "docx", 200L, "xlsx", 100L, "html", 25L, "txt", 25L, "rtf", 50L));
    }

    @Test
    void fillsAsManySheetsAsItSays() throws IOException {
        for (int i = 0; i < 12; i++) {
            try (PDDocument pdf = Loader.loadPDF(new GeneratedFile(i).bytes())) {
                assertThat(pdf.getNumberOfPages()).as("%d", i).isEqualTo(new GeneratedPaper(i).pages());
            }
        }
    }

    private static ContentHash sha256(byte[] bytes) {
        MessageDigest digest = ContentHash.newDigest();
        digest.update(bytes);
        return ContentHash.of(digest);
    }
}
