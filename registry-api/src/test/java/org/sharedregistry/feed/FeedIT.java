package org.sharedregistry.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedregistry.Client;
import org.sharedregistry.RegistryHttpTest;

class FeedIT extends RegistryHttpTest {

    private static final String MAKER = "okskiy-stanok";
    private static final Patience SHORT = new Patience(Duration.ofMillis(10), Duration.ofMillis(100), 5);

    /** Keeps the files of one test apart from those of others: the same bytes are the same document. */
    private final String mark = Long.toString(System.nanoTime());

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void makeTheFolder() throws IOException {
        write("Отчёт № 1.txt", "слово абрикосовка" + mark);
        write("测试/报告.txt", "слово берёзовица" + mark);
        write("a \"quoted\" 'name' * % +.txt", "слово вишнёвица" + mark);
        write("two\nlines.txt", "слово грушевица" + mark);
        write(".hidden.txt", "слово скрытница" + mark);
        Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("Отчёт № 1.txt"));
    }

    @Test
    void sendsAllFilesWhateverTheirNames() {
        assertThat(feed()).isEqualTo(0);

        assertThat(printed())
                .contains("files: 4; acknowledged before: 0; links and the like, passed over: 1", "4 INDEXED");
        assertThat(printed(err)).contains("Sending 0/4", "Sending 4/4", "Reading 4/4");
        assertThat(fileNameOf("абрикосовка")).isEqualTo("Отчёт № 1.txt");
        assertThat(fileNameOf("берёзовица")).isEqualTo("报告.txt");
        assertThat(fileNameOf("вишнёвица")).isEqualTo("a \"quoted\" 'name' * % +.txt");
        // The registry keeps no control characters in names.
        assertThat(fileNameOf("грушевица")).isEqualTo("twolines.txt");
        assertThat(hits("скрытница")).isZero();
    }

    @Test
    void printsWhatFailedAndWhyAndSendsAgainOnlyWhatHasChanged() throws IOException {
        write("copy/the same.txt", "слово абрикосовка" + mark);
        write("broken\n.pdf", "это не PDF " + mark);
        write("empty.pdf", "");
        archive("архив.zip", "внутри.pdf", "и это не PDF " + mark);

        assertThat(feed()).isEqualTo(1);
        assertThat(printed())
                .contains("files: 8; acknowledged before: 0;")
                .contains("broken\\u000a.pdf\n    DAMAGED: ")
                .contains("empty.pdf\n    empty-file: ")
                .contains("архив.zip > внутри.pdf\n    DAMAGED: ")
                .contains("failed: 3", "5 INDEXED", "2 FAILED");

        assertThat(feed("--retry-failed")).isEqualTo(1);
        assertThat(printed()).contains("files: 8; acknowledged before: 7;", "failed: 3", "2 FAILED");

        Files.delete(folder.resolve("broken\n.pdf"));
        Files.delete(folder.resolve("empty.pdf"));
        Files.delete(folder.resolve("архив.zip"));
        write("mended.txt", "теперь просто текст " + mark);
        assertThat(feed()).isEqualTo(0);
        assertThat(printed())
                .contains("files: 6; acknowledged before: 5;", "5 INDEXED")
                .doesNotContain("FAILED");
    }

    @Test
    void goesOnWhereItWasKilled() throws IOException, InterruptedException {
        int files = 150;
        for (int i = 0; i < files - 4; i++) {
            write("many/%03d.txt".formatted(i), "Запись номер " + i + " " + mark);
        }
        Path journal = folder.resolve(".feed-journal.jsonl");
        Process process = start("--parallel", "1");
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        Files.exists(journal) && Files.readAllLines(journal).size() > 5);
        process.destroyForcibly().waitFor();
        // As if it had been killed in the middle of a line.
        Files.writeString(journal, "{\"path\":\"many/0", StandardOpenOption.APPEND);
        int before = Files.readAllLines(journal).size() - 2;
        assertThat(before).isBetween(4, files - 1);

        assertThat(feed()).isEqualTo(0);
        assertThat(printed()).contains("files: " + files + "; acknowledged before: " + before, files + " INDEXED");
        List<String> lines = Files.readAllLines(journal);
        assertThat(lines).hasSize(files + 1);
        Set<String> documents = new HashSet<>();
        lines.subList(1, lines.size()).forEach(line -> documents.add(line.replaceAll(".*\"document\":\"", "")));
        assertThat(documents).hasSize(files);
    }

    @Test
    void keepsItsJournalWhereItIsTold(@TempDir Path elsewhere) {
        Path journal = elsewhere.resolve("journal.jsonl");
        assertThat(feed("--journal", journal.toString())).isEqualTo(0);
        assertThat(journal).isNotEmptyFile();
        assertThat(folder.resolve(".feed-journal.jsonl")).doesNotExist();
    }

    @Test
    void waitsAsLongAsItIsToldAndTriesBrokenConnectionsAgain() throws IOException {
        onlyOneFile();
        try (StubRegistry stub = new StubRegistry(
                sha256("слово"),
                StubRegistry.Mood.COMES_BACK_IN_A_SECOND,
                StubRegistry.Mood.BREAKS_OFF,
                StubRegistry.Mood.AWAY,
                StubRegistry.Mood.TAKES)) {
            assertThat(feedTo(stub.address())).isEqualTo(0);
            assertThat(stub.uploads()).hasSize(4);
            assertThat(Duration.between(stub.uploads().get(0), stub.uploads().get(1)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(printed()).contains("files: 1;", "1 INDEXED");
    }

    @Test
    void givesUpWhenTheRegistryStaysAwayOrRefusesAll() throws IOException {
        onlyOneFile();
        try (StubRegistry stub = new StubRegistry("", StubRegistry.Mood.BREAKS_OFF)) {
            assertThat(feedTo(stub.address())).isEqualTo(1);
            assertThat(printed(err)).contains("give the command again to go on");
        }
        Files.delete(folder.resolve(".feed-journal.jsonl"));
        try (StubRegistry stub = new StubRegistry("", StubRegistry.Mood.FORBIDS)) {
            assertThat(feedTo(stub.address())).isEqualTo(1);
            assertThat(printed(err)).contains("forbidden: No.");
        }
    }

    @Test
    void doesNotTrustARegistryThatHasOtherBytes() throws IOException {
        onlyOneFile();
        try (StubRegistry stub = new StubRegistry(sha256("другое"), StubRegistry.Mood.TAKES)) {
            assertThat(feedTo(stub.address())).isEqualTo(1);
            assertThat(printed()).contains("a.txt\n    CHANGED: ");
        }
    }

    static Stream<List<String>> wrongUsages() {
        return Stream.of(
                List.of("is no folder", "feed", "/nowhere", "--key", "k"),
                List.of("Missing required", "feed"),
                List.of("--key", "feed", "FOLDER"),
                List.of("TEST_REPORT", "feed", "FOLDER", "--key", "KEY", "--kind", "NOVEL"),
                List.of("1 to 64", "feed", "FOLDER", "--key", "KEY", "--parallel", "0"),
                List.of("no address", "feed", "FOLDER", "--key", "KEY", "--server", "localhost"),
                List.of("no registry at", "feed", "FOLDER", "--key", "KEY", "--server", "http://localhost:1"),
                List.of("authentication-required", "feed", "FOLDER", "--key", "wrong", "--server", "BASE"),
                List.of("key cannot be read", "feed", "FOLDER", "--key", "@/nowhere", "--server", "BASE"),
                List.of(
                        "Name a place for it with --journal",
                        "feed",
                        "FOLDER",
                        "--key",
                        "KEY",
                        "--server",
                        "BASE",
                        "--journal",
                        "/nowhere/journal"),
                List.of(
                        "is no journal",
                        "feed",
                        "FOLDER",
                        "--key",
                        "KEY",
                        "--server",
                        "BASE",
                        "--journal",
                        "FOLDER/Отчёт № 1.txt"));
    }

    @ParameterizedTest
    @MethodSource("wrongUsages")
    void saysWhatIsWrongWithTheCommand(List<String> usage) throws IOException {
        List<String> words = usage.subList(1, usage.size()).stream()
                .map(word -> word.replace("FOLDER", folder.toString())
                        .replace("BASE", base())
                        .replace("KEY", key(MAKER)))
                .toList();
        assertThat(run(words)).isEqualTo(2);
        assertThat(printed(err)).contains(usage.get(0));
        assertThat(Files.readString(folder.resolve("Отчёт № 1.txt"))).contains("абрикосовка");
    }

    private int feed(String... options) {
        return feedTo(base(), options);
    }

    private int feedTo(String server, String... options) {
        return run(command(server, options));
    }

    private int run(List<String> words) {
        out.reset();
        err.reset();
        return new FeedCommand(false, SHORT, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .execute(words);
    }

    private List<String> command(String server, String... options) {
        List<String> words = new ArrayList<>(
                List.of("feed", folder.toString(), "--key", key(MAKER), "--server", server, "--kind", "TEST_REPORT"));
        words.addAll(List.of(options));
        return words;
    }

    /** As a process, started as {@code spring-boot:run} does. */
    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.sharedregistry.RegistryApplication",
                "--spring.profiles.active=dev"));
        command.addAll(command(base(), options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String printed() {
        return printed(out);
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(UTF_8);
    }

    private String fileNameOf(String word) {
        return as(MAKER).get("/api/v1/documents", "q", word + mark).at("/items/0/fileName");
    }

    private int hits(String word) {
        Client.Answer answer = as(MAKER).get("/api/v1/documents", "q", word + mark);
        return answer.json().at("/total/value").asInt();
    }

    private void onlyOneFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.resolve("测试/报告.txt"));
        write("a.txt", "слово");
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void archive(String name, String member, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)), UTF_8)) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(content.getBytes(UTF_8));
        }
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
