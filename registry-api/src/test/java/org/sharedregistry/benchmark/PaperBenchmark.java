package org.sharedregistry.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sharedregistry.extraction.ExtractedPage;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction;
import org.sharedregistry.extraction.TextExtractor;
import org.sharedregistry.paper.PaperReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how much it adds to read what papers say, beside getting their text out of the files: over the same PDFs, in
 * turns. Prints what {@code docs/benchmarks.md} keeps, and where the time of the reading goes.
 */
final class PaperBenchmark {

    private static final Path DEMO = Path.of("registry-api/src/main/resources/demo/documents");
    private static final int WARM_UP_ROUNDS = 40;
    private static final int ROUNDS = 15;

    /** One reading of a few pages is too short to be measured by itself. */
    private static final int READINGS = 10;

    private static final int PROFILED_READINGS = 300;

    private final TextExtractor extractor;
    private final List<Path> files;

    private PaperBenchmark(TextExtractor extractor, List<Path> files) {
        this.extractor = extractor;
        this.files = files;
    }

    /** @param arguments folders of papers besides those of the demo */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("paper-benchmark");
        SpringApplication application = new SpringApplication(IsolatedExtraction.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = application.run(
                "--logging.level.root=error",
                "--spring.main.banner-mode=off",
                "--registry.extraction.processes=1",
                "--registry.extraction.folder=" + folder)) {
            TextExtractor extractor = context.getBean(TextExtractor.class);
            measure(extractor, "the demo's papers", List.of(DEMO));
            if (arguments.length > 0) {
                measure(
                        extractor,
                        "the other papers",
                        Arrays.stream(arguments).map(Path::of).toList());
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void measure(TextExtractor extractor, String name, List<Path> folders) throws Exception {
        System.out.println(name);
        new PaperBenchmark(extractor, files(folders, Set.of("pdf"))).measureTexts();
        new PaperBenchmark(extractor, files(folders, Set.of("pdf", "jpg", "png", "tiff", "webp"))).measurePictures();
    }

    private void measureTexts() throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < WARM_UP_ROUNDS + ROUNDS; i++) {
            Round round = Round.of(
                    PaperBenchmark::processorNanos,
                    () -> files.stream().map(this::texts).toList());
            if (i >= WARM_UP_ROUNDS) {
                rounds.add(round);
            }
        }
        print("extracted", rounds);
        List<List<ExtractedPage>> papers = files.stream().map(this::texts).toList();
        new Profile(List.of(), thread -> thread.equals("main")).print(() -> {
            for (int i = 0; i < PROFILED_READINGS; i++) {
                papers.forEach(PaperBenchmark::read);
            }
            return papers;
        });
    }

    /** Each once: what recognition takes hardly varies, and is long. */
    private void measurePictures() throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (Path file : files) {
            Round round = Round.of(System::nanoTime, () -> List.of(pictures(file)));
            if (round.pages > 0) {
                rounds.add(round);
            }
        }
        print("recognised", rounds);
    }

    private List<ExtractedPage> texts(Path file) {
        return pages(file).stream().filter(page -> page.source() == Source.TEXT).toList();
    }

    private List<ExtractedPage> pages(Path file) {
        List<ExtractedPage> pages = new ArrayList<>();
        check(file, extractor.extract(file, file.getFileName().toString(), pages::add, member -> {}));
        return pages;
    }

    private List<ExtractedPage> pictures(Path file) {
        TreeSet<Integer> pending = new TreeSet<>();
        pages(file).stream()
                .filter(page -> page.source() == Source.PENDING)
                .forEach(page -> pending.add(page.number()));
        List<ExtractedPage> pages = new ArrayList<>();
        if (!pending.isEmpty()) {
            check(file, extractor.recognise(file, pending, pages::add));
        }
        return pages;
    }

    private static void check(Path file, Extraction end) {
        if (end instanceof Extraction.Failed failed) {
            throw new IllegalStateException(file + ": " + failed);
        }
    }

    private static int read(List<ExtractedPage> pages) {
        PaperReader reader = new PaperReader();
        pages.forEach(reader::read);
        return reader.paper().particulars().size();
    }

    private static List<Path> files(List<Path> folders, Set<String> endings) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> endings.stream().anyMatch(file.toString()::endsWith))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static void print(String how, List<Round> rounds) {
        System.out.printf(
                "%d pages, %d particulars, %s: %.2f ms a page, read: %.3f ms a page, %.1f %% of that (medians of %d)%n",
                rounds.stream().mapToInt(Round::pages).max().orElse(0),
                rounds.stream().mapToInt(Round::particulars).max().orElse(0),
                how,
                median(rounds.stream().map(round -> round.gettingMillis / round.pages)),
                median(rounds.stream().map(round -> round.readingMillis / round.pages)),
                100 * median(rounds.stream().map(round -> round.readingMillis / round.gettingMillis)),
                rounds.size());
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Of this thread and of the parser processes, which the load of other programs does not lengthen. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                + ProcessHandle.current()
                        .descendants()
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum();
    }

    /** The time that some papers took, once to get their pages and once to read them. */
    private record Round(int pages, int particulars, double gettingMillis, double readingMillis) {

        static Round of(LongSupplier clock, Supplier<List<List<ExtractedPage>>> getting) {
            long start = clock.getAsLong();
            List<List<ExtractedPage>> papers = getting.get();
            long middle = clock.getAsLong();
            int particulars = 0;
            for (int i = 0; i < READINGS; i++) {
                particulars = papers.stream().mapToInt(PaperBenchmark::read).sum();
            }
            long end = clock.getAsLong();
            return new Round(
                    papers.stream().mapToInt(List::size).sum(),
                    particulars,
                    (middle - start) / 1e6,
                    (end - middle) / 1e6 / READINGS);
        }
    }
}
