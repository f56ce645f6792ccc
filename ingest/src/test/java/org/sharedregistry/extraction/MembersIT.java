package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/** What is taken out of archives and other files that hold files. */
class MembersIT {

    private static final byte[] PROTOCOL = "Протокол испытаний № 12".getBytes(UTF_8);
    private static final byte[] CERTIFICATE = "Сертификат соответствия".getBytes(UTF_8);

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleArchives archives;
    private final List<String> pages = new ArrayList<>();
    private final List<Taken> members = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    @BeforeEach
    void makeArchives() {
        archives = new SampleArchives(folder);
    }

    @Test
    void takesAnArchiveApartAndListsItOnAPage() {
        Map<String, byte[]> entries = entries("Протокол.txt", PROTOCOL, "папка/сертификат.txt", CERTIFICATE);
        for (Path archive :
                List.of(archives.zip(entries), archives.sevenZ("", entries), archives.tar(UTF_8, entries))) {
            forget();
            assertThat(finished(extract(archive)).pages()).isEqualTo(1);
            assertThat(pages).containsExactly("Протокол.txt\nпапка/сертификат.txt");
            assertThat(members)
                    .as("%s", archive.getFileName())
                    .containsExactly(
                            new Taken(1, "Протокол.txt", new String(PROTOCOL, UTF_8)),
                            new Taken(2, "папка/сертификат.txt", new String(CERTIFICATE, UTF_8)));
        }
    }

    @Test
    void namesTheOnlyFileOfAPackedOneAfterIt() {
        for (String ending : List.of("gz", "bz2", "xz")) {
            forget();
            extract(archives.single(ending, PROTOCOL));
            assertThat(members).containsExactly(new Taken(1, "protocol.txt", new String(PROTOCOL, UTF_8)));
        }
    }

    @Test
    void readsNamesAsTheMachineWroteThemThatPacked() {
        for (String alphabet : List.of("IBM866", "windows-1251", "KOI8-R", "UTF-8")) {
            forget();
            extract(archives.zip(
                    Charset.forName(alphabet), entries("Акт приёмки 5.txt", PROTOCOL, "ТУ.txt", CERTIFICATE)));
            assertThat(members).as(alphabet).extracting(Taken::name).containsExactly("Акт приёмки 5.txt", "ТУ.txt");
        }
    }

    @Test
    void takesNamesAsTheyAreAndNeverAsPaths() {
        extract(archives.zip(entries(
                "../../etc/passwd",
                PROTOCOL,
                "C:/windows/con",
                PROTOCOL,
                "证书.txt",
                PROTOCOL,
                "a\0b\u0007.txt",
                PROTOCOL)));

        assertThat(members)
                .extracting(Taken::name)
                .containsExactly("../../etc/passwd", "C:/windows/con", "证书.txt", "ab.txt");
    }

    @Test
    void opensNoArchiveInAnArchive() throws IOException {
        byte[] inner = Files.readAllBytes(archives.zip(entries("inner.txt", PROTOCOL)));
        extract(archives.zip(entries("inner.zip", inner)));

        assertThat(members).extracting(Taken::name).containsExactly("inner.zip");
    }

    @Test
    void takesMembersUpToTheLimitsAndListsTheOthers(@TempDir Path parsers) {
        Map<String, byte[]> three = entries("1.txt", PROTOCOL, "2.txt", PROTOCOL, "3.txt", PROTOCOL);
        try (TextExtractor bounded =
                new TextExtractor(SomeSettings.with(parsers.resolve("few"), Map.of("max-members", 2)))) {
            assertThat(finished(extract(bounded, archives.zip(three)))
                            .metadata()
                            .get("truncated"))
                    .isEqualTo("It holds more files than the 2 that were taken out of it.");
            assertThat(members).hasSize(2);
            assertThat(pages).containsExactly("1.txt\n2.txt\n3.txt");
        }
        forget();
        try (TextExtractor bounded = new TextExtractor(SomeSettings.with(
                parsers.resolve("small"),
                Map.of("max-member-bytes", "1MB", "max-unpacked-bytes", "2MB", "max-unpacking", 10_000)))) {
            byte[] most = new byte[1 << 20];
            byte[] more = new byte[most.length + 1];
            Extraction end =
                    extract(bounded, archives.zip(entries("large", more, "1", PROTOCOL, "2", most, "3", PROTOCOL)));
            assertThat(finished(end).metadata().get("truncated"))
                    .isEqualTo("It holds more than the 2 MB that were taken out of it.");
            assertThat(members).extracting(Taken::name).containsExactly("1");
        }
    }

    @Test
    void takesTwoThousandMembers() {
        Map<String, byte[]> many = new LinkedHashMap<>();
        IntStream.range(0, 2_000).forEach(i -> many.put("file-" + i + ".txt", PROTOCOL));
        assertThat(finished(extract(archives.zip(many))).metadata()).isEmpty();
        assertThat(members).hasSize(2_000);
    }

    @Test
    void givesABombUp() {
        Failed failed = failed(extract(archives.bomb(300_000_000)));
        assertThat(failed).isEqualTo(new Failed(Reason.TOO_LARGE, "The file unpacks to far more than it should."));
    }

    @Test
    void namesAPasswordAsTheReason() {
        assertThat(failed(extract(archives.lockedZip())).reason()).isEqualTo(Reason.ENCRYPTED);
        assertThat(failed(extract(archives.sevenZ("secret", entries("a.txt", PROTOCOL))))
                        .reason())
                .isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void saysWhatToDoWithAnArchiveThatIsNotUnpacked() throws IOException {
        Path rar = Files.write(folder.resolve("a.rar"), "Rar!\u001A\u0007\u0001\0 and so on".getBytes(US_ASCII));
        assertThat(failed(extract(rar)))
                .isEqualTo(
                        new Failed(
                                Reason.UNSUPPORTED,
                                "Archives of the type application/x-rar-compressed are not unpacked. Pack the files as ZIP or 7z."));
    }

    @Test
    void keepsWhatIsWholeInADamagedArchive() {
        Finished finished =
                finished(extract(archives.zipWithADamagedEntry(entries("1.txt", PROTOCOL, "2.txt", CERTIFICATE))));
        assertThat(finished.metadata()).containsEntry("damaged", "Of the files in it 1 could not be unpacked.");
        assertThat(members).extracting(Taken::name).containsExactly("2.txt");
    }

    @Test
    void removesEachMemberAfterItWasTaken(@TempDir Path parsers) throws IOException {
        Path archive = archives.zip(entries("1.txt", PROTOCOL, "2.txt", PROTOCOL));
        try (TextExtractor own = new TextExtractor(SomeSettings.in(parsers))) {
            extract(own, archive);
            assertThatThrownBy(() -> own.extract(archive, "a.zip", page -> {}, member -> {
                        throw new IllegalStateException("the disk is full");
                    }))
                    .hasMessage("the disk is full");
        }
        try (Stream<Path> left = Files.walk(parsers)) {
            assertThat(left).containsExactly(parsers);
        }
    }

    private Extraction extract(Path file) {
        return extract(extractor, file);
    }

    private Extraction extract(TextExtractor with, Path file) {
        return with.extract(
                file,
                file.getFileName().toString(),
                page -> pages.add(page.text()),
                member -> members.add(Taken.of(member)));
    }

    private void forget() {
        pages.clear();
        members.clear();
    }

    private static Map<String, byte[]> entries(Object... namesAndContents) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        return entries;
    }

    private static Finished finished(Extraction end) {
        return assertThat(end).asInstanceOf(type(Finished.class)).actual();
    }

    private static Failed failed(Extraction end) {
        return assertThat(end).asInstanceOf(type(Failed.class)).actual();
    }

    private record Taken(int number, String name, String content) {

        static Taken of(Member member) {
            try {
                return new Taken(member.number(), member.name(), new String(Files.readAllBytes(member.file()), UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
