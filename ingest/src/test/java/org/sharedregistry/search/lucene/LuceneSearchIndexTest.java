package org.sharedregistry.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sharedregistry.search.Ask.ask;
import static org.sharedregistry.search.SomeEntry.someEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.search.IndexWrite;
import org.sharedregistry.search.SearchIndex;
import org.sharedregistry.search.SearchIndexContract;
import org.sharedregistry.search.SearchUnavailable;
import org.springframework.util.FileSystemUtils;

class LuceneSearchIndexTest extends SearchIndexContract {

    @TempDir
    Path folder;

    private int opened;

    @Override
    protected SearchIndex emptyIndex() {
        opened++;
        return new LuceneSearchIndex(home());
    }

    @Override
    protected SearchIndex reopened() {
        return new LuceneSearchIndex(home());
    }

    @Test
    void keepsEverythingWhenItIsClosedAndOpened() {
        index.write(List.of(
                someEntry("1").saying("насос").put(),
                someEntry("2").saying("насос").onlyFor("BY").put()));
        index.close();
        index = new LuceneSearchIndex(home());

        assertThat(index.activeGeneration()).contains("first");
        assertThat(found(ask("насос").as("BY"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void keepsWhatAWriteReturnedForWhenTheProcessIsKilled() throws IOException {
        for (int i = 0; i < 20; i++) {
            index.write(List.of(someEntry("id" + i).saying("насос").put()));
        }
        Path left = copyOf(home());
        index.close();
        index = new LuceneSearchIndex(left);

        assertThat(found(ask("насос"))).hasSize(20);
        assertThat(index.activeGeneration()).contains("first");
    }

    @Test
    void keepsAGenerationThatWasBeingFilledWhenTheProcessWasKilled() throws IOException {
        index.write(List.of(someEntry("1").saying("насос").put()));
        index.beginGeneration("second");
        index.fill(List.of(someEntry("2").saying("насос").put()));
        Files.createDirectory(home().resolve(Fields.FORM + "-stray"));
        Path left = copyOf(home());
        index.close();
        index = new LuceneSearchIndex(left);

        assertThat(found(ask("насос"))).containsExactly("1");
        assertThat(index.begunGeneration()).contains("second");
        try (Stream<Path> homes = Files.list(left).filter(Files::isDirectory)) {
            assertThat(homes).hasSize(2);
        }
        index.activateGeneration("second");
        assertThat(found(ask("насос"))).containsExactly("2");
    }

    @Test
    void forgetsABegunGenerationThatIsDamaged() throws IOException {
        index.beginGeneration("second");
        index.fill(List.of(someEntry("2").saying("насос").put()));
        index.close();
        try (Stream<Path> files = Files.list(home().resolve(Fields.FORM + "-second/public"))) {
            cut(files.max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow());
        }
        index = reopened();

        assertThat(index.activeGeneration()).contains("first");
        assertThat(index.begunGeneration()).isEmpty();
    }

    @Test
    void countsAsNoneOnceItsFilesAreGone() throws IOException {
        index.write(List.of(someEntry("1").saying("насос").put()));
        index.beginGeneration("second");
        FileSystemUtils.deleteRecursively(home());

        assertThat(index.activeGeneration()).isEmpty();
        assertThat(index.begunGeneration()).isEmpty();
        assertThatThrownBy(() -> index.search(ask("насос").query())).isInstanceOf(SearchUnavailable.class);
        assertThatThrownBy(() -> index.write(List.of(someEntry("1").put()))).isInstanceOf(SearchUnavailable.class);

        index.beginGeneration("third");
        index.fill(List.of(someEntry("1").saying("насос").put()));
        index.activateGeneration("third");

        assertThat(found(ask("насос"))).containsExactly("1");
    }

    @Test
    void countsAsNoneOnceASearchHasMetDamage() throws IOException {
        String text = IntStream.range(0, 20_000).mapToObj(i -> "слово" + i).collect(Collectors.joining(" "));
        index.write(List.of(someEntry("1").saying(text).put()));
        try (Stream<Path> all = Files.walk(home())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) > 10_000) {
                    overwrite(file);
                }
            }
        }

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20_000; i += 100) {
                        index.search(ask("слово" + i).query());
                    }
                })
                .isInstanceOf(SearchUnavailable.class);
        assertThat(index.activeGeneration()).isEmpty();
    }

    @Test
    void countsAsNoneAfterDamageToAnyOfItsFiles() throws IOException {
        index.write(List.of(
                someEntry("1").saying("насос").put(),
                someEntry("2").saying("насос").onlyFor("BY").put()));
        index.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(home())) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock") && !file.endsWith("begun"))
                    .map(home()::relativize)
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(6);
        for (Path file : files) {
            for (Damage damage :
                    List.<Damage>of(LuceneSearchIndexTest::flip, LuceneSearchIndexTest::cut, Files::delete)) {
                Path left = copyOf(home());
                damage.to(left.resolve(file));
                try (SearchIndex damaged = new LuceneSearchIndex(left)) {
                    assertThat(damaged.activeGeneration()).as(file.toString()).isEmpty();
                    damaged.beginGeneration("first");
                    damaged.write(List.of(someEntry("1").put()));
                    damaged.activateGeneration("first");
                }
            }
        }
    }

    @Test
    void takesWritesAgainAfterOneFailed() {
        index.write(List.of(someEntry("1").saying("насос").put()));
        List<IndexWrite> batch = List.of(someEntry("2").saying("насос").put());
        // Lucene closes its writer when a thread is interrupted in the middle of writing to a file.
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> index.write(batch)).isInstanceOf(SearchUnavailable.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(found(ask("насос"))).contains("1");
        index.write(batch);

        assertThat(index.activeGeneration()).contains("first");
        assertThat(found(ask("насос"))).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void countsAsNoneAfterDamageThatOnlySomeSearchWouldMeet() throws IOException {
        String text = IntStream.range(0, 20_000).mapToObj(i -> "слово" + i).collect(Collectors.joining(" "));
        index.write(List.of(someEntry("1").saying(text).put()));
        index.close();
        Path left = copyOf(home());
        Path largest;
        try (Stream<Path> all = Files.walk(left)) {
            largest = all.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
        flip(largest);
        index = new LuceneSearchIndex(left);

        assertThat(index.activeGeneration()).isEmpty();
    }

    @Test
    void countsAsNoneInAnOlderForm() throws IOException {
        index.close();
        Files.move(home().resolve(Fields.FORM + "-first"), home().resolve("0-first"));
        index = new LuceneSearchIndex(home());

        assertThat(index.activeGeneration()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsInUse() {
        assertThatThrownBy(() -> new LuceneSearchIndex(home()))
                .isInstanceOf(SearchFolderInUse.class)
                .hasMessageContaining(home().toString());
    }

    @Test
    void refusesNamesThatAreNoFolder() {
        assertThatThrownBy(() -> index.beginGeneration("../other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.beginGeneration("first")).isInstanceOf(IllegalArgumentException.class);
    }

    private Path home() {
        return folder.resolve("search" + opened);
    }

    private Path copyOf(Path from) throws IOException {
        Path to = Files.createTempDirectory(folder, "copy");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                if (!file.equals(from)) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
        }
        return to;
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
    }

    /** As an index that is searched has it open. */
    private static void overwrite(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, bytes.length, (byte) 0xFF);
        Files.write(file, bytes, StandardOpenOption.WRITE);
    }

    private static void cut(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }
}
