package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;
import org.sharedregistry.extraction.Frames.Limits;
import org.sharedregistry.extraction.Frames.Request;

/** What a file can do to the process that parses it, and cannot do to anything else. */
class HostileFilesIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @TempDir
    private Path parsers;

    private SampleFiles files;

    @BeforeEach
    void makeFiles() {
        files = new SampleFiles(folder);
    }

    @Test
    void outlivesAFileThatUnpacksWithoutEnd() {
        try (TextExtractor extractor = new TextExtractor(SomeSettings.in(parsers))) {
            assertThat(extract(extractor, files.swollenLetter(200_000_000)))
                    .isInstanceOfSatisfying(
                            Finished.class,
                            finished -> assertThat(finished.metadata()).containsKey("truncated"));
            assertThatItStillReads(extractor);
        }
    }

    @Test
    void outlivesAFileThatTakesAllMemory() {
        try (TextExtractor extractor = new TextExtractor(SomeSettings.withMemory(parsers, 64))) {
            assertThat(extract(extractor, files.longLetter(40_000_000)))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.OUT_OF_MEMORY));
            assertThatItStillReads(extractor);
        }
    }

    @Test
    void replacesAProcessThatHangsWhileOthersGoOn() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (TextExtractor extractor = new TextExtractor(SomeSettings.withDeadline(parsers, Duration.ofSeconds(10)))) {
            Path file = files.pdf("text");
            warmUpTwo(extractor, file);
            ProcessHandle hanging = ParserProcesses.running().get(0);
            ParserProcesses.freeze(hanging);

            List<Future<Extraction>> ends = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                ends.add(callers.submit(() -> extract(extractor, file)));
            }
            List<Extraction> all = new ArrayList<>();
            for (Future<Extraction> end : ends) {
                all.add(end.get());
            }

            assertThat(all).filteredOn(Finished.class::isInstance).hasSize(5);
            assertThat(all)
                    .filteredOn(Failed.class::isInstance)
                    .singleElement()
                    .isEqualTo(new Failed(Reason.TIMED_OUT, "Reading took longer than 10 seconds."));
            await().atMost(SOON).until(() -> !hanging.isAlive());
            assertThatItStillReads(extractor);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void replacesAProcessThatDiesInTheMiddleOfAFile() {
        try (TextExtractor extractor = new TextExtractor(SomeSettings.in(parsers))) {
            Path file = files.pdf(manyPages(300));
            Extraction end = extractor.extract(
                    file,
                    "many.pdf",
                    page -> ParserProcesses.running().forEach(ProcessHandle::destroyForcibly),
                    member -> {});

            assertThat(end).isEqualTo(new Failed(Reason.CRASHED, "The parser broke down over the file."));
            assertThat(((Failed) end).reason().mayPass()).isTrue();
            assertThatItStillReads(extractor);
        }
    }

    @Test
    void dropsAProcessWhosePagesCouldNotBeTaken() {
        try (TextExtractor extractor = new TextExtractor(SomeSettings.in(parsers))) {
            Path file = files.pdf(manyPages(300));
            RuntimeException refusal = new IllegalStateException("the database is away");
            assertThatThrownBy(() -> extractor.extract(
                            file,
                            "many.pdf",
                            page -> {
                                throw refusal;
                            },
                            member -> {}))
                    .isSameAs(refusal);
            assertThatItStillReads(extractor);
        }
    }

    @Test
    void leavesNeitherProcessesNorFilesBehind() throws IOException {
        TextExtractor extractor = new TextExtractor(SomeSettings.in(parsers));
        assertThatItStillReads(extractor);
        List<ProcessHandle> processes = ParserProcesses.running();
        assertThat(processes).hasSize(1);

        extractor.close();

        await().atMost(SOON).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
        try (Stream<Path> left = Files.list(parsers)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void endsInTheMiddleOfAFileWhenTheServerIsGone() throws Exception {
        Path own = Files.createDirectory(parsers.resolve("parser"));
        List<String> command = new ArrayList<>(JavaCommand.of(ParserProcess.class, List.of("-Xmx256m")));
        command.add(own.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream toProcess = process.getOutputStream()) {
            Limits limits = SomeSettings.limits(10_000);
            // Nobody takes the answer, so the process is stuck with it when its input ends.
            new Frames(process.getInputStream(), toProcess).send(Request.text(files.pdf(manyPages(300)), "", limits));
        }

        await().atMost(SOON).until(() -> !process.isAlive());
        assertThat(own).doesNotExist();
    }

    @Test
    void givesNothingOfTheServersEnvironmentAway() throws IOException {
        try (TextExtractor extractor = new TextExtractor(SomeSettings.in(parsers))) {
            assertThatItStillReads(extractor);
            Path environment = Path.of(
                    "/proc", String.valueOf(ParserProcesses.running().get(0).pid()), "environ");
            assertThat(Files.readString(environment).split("\0"))
                    .extracting(variable -> variable.replaceFirst("=.*", ""))
                    .isSubsetOf("PATH", "TESSDATA_PREFIX", "LANG", "TMPDIR", "OMP_THREAD_LIMIT");
        }
    }

    private void warmUpTwo(TextExtractor extractor, Path file) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Extraction>> ends = IntStream.range(0, 2)
                    .mapToObj(i -> callers.submit(() -> extractor.extract(file, "", page -> meet(both), member -> {})))
                    .toList();
            for (Future<Extraction> end : ends) {
                assertThat(end.get()).isInstanceOf(Finished.class);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(ParserProcesses.running()).hasSize(2);
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertThatItStillReads(TextExtractor extractor) {
        assertThat(extract(extractor, files.bytes("plain.txt", "still reading".getBytes(UTF_8))))
                .isInstanceOf(Finished.class);
    }

    private static Extraction extract(TextExtractor extractor, Path file) {
        return extractor.extract(file, file.getFileName().toString(), page -> {}, member -> {});
    }

    private static String[] manyPages(int count) {
        return Collections.nCopies(count, "a line of text\n".repeat(40)).toArray(String[]::new);
    }
}
