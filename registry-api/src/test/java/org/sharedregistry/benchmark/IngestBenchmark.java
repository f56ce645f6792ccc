package org.sharedregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how fast files become text, and are found, beside the bare tools that do the heaviest part of it: over the
 * same generated files, on the same processors, in turns. Prints what {@code docs/benchmarks.md} keeps.
 */
final class IngestBenchmark {

    private static final int ROUNDS = 3;
    private static final int WARM_UP = 100;
    private static final int PICTURES = 8;
    private static final int CONNECTIONS = 4;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private static final String BARE = "bare Tika";
    private static final String ISOLATED = "our extraction";
    private static final String SERVER = "Tika's server";
    private static final String WHOLE = "the whole way";
    private static final String TESSERACT = "tesseract";

    private static final Set<String> PARTS = Set.of("extraction", "whole", "server", "ocr");

    private final Path folder;
    private final Set<String> parts;
    private final Map<String, Side> sides = new LinkedHashMap<>();

    private IngestBenchmark(Path folder, Set<String> parts) {
        this.folder = folder;
        this.parts = parts;
    }

    /**
     * @param arguments how many files, 1,000 when it is not said; and which of {@code extraction}, {@code whole}, {@code
     *     server} and {@code ocr} to measure, all when none is named
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        int files = words.isEmpty() || !words.get(0).matches("\\d+") ? 1_000 : Integer.parseInt(words.remove(0));
        Set<String> parts = words.isEmpty() ? PARTS : Set.copyOf(words);
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException(parts + " are not all among " + PARTS);
        }
        if (parts.contains("server") && !Files.isRegularFile(tikaServer())) {
            System.err.println("-Dtika.server must name the jar of tika-server-standard, see docs/benchmarks.md");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("ingest-benchmark");
        IngestBenchmark benchmark = new IngestBenchmark(folder, parts);
        try {
            benchmark.measure(files);
        } finally {
            benchmark.stop();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void measure(int files) throws Exception {
        start();
        if (measures("extraction", "whole", "server")) {
            measureTexts(files);
        }
        if (measures("ocr")) {
            measurePictures();
        }
    }

    private void start() throws IOException, InterruptedException {
        String threads = String.valueOf(PROCESSORS);
        if (measures("extraction", "whole")) {
            sides.put(BARE, new ReadingSide(folder.resolve("tika.log"), BareTika.class, threads));
        }
        if (measures("extraction")) {
            sides.put(
                    ISOLATED,
                    new ReadingSide(
                            folder.resolve("extraction.log"),
                            IsolatedExtraction.class,
                            threads,
                            "--logging.level.root=error",
                            "--spring.main.banner-mode=off",
                            "--registry.extraction.processes=" + threads,
                            "--registry.extraction.folder=" + folder.resolve("parser")));
        }
        if (measures("server")) {
            sides.put(SERVER, new TikaServer(tikaServer(), folder, CONNECTIONS));
        }
        if (measures("ocr")) {
            sides.put(TESSERACT, new PlainTesseract(PROCESSORS));
        }
        if (measures("whole", "server", "ocr")) {
            sides.put(WHOLE, new RegistryServer(folder, CONNECTIONS, "-Dregistry.pipeline.ocr-workers=" + PROCESSORS));
        }
    }

    private void stop() throws IOException {
        for (Side side : sides.values()) {
            side.close();
        }
    }

    private void measureTexts(int files) throws Exception {
        Corpus warmUp = Corpus.ofFiles(folder.resolve("warm-up"), files, WARM_UP);
        Corpus corpus = Corpus.ofFiles(folder.resolve("corpus"), 0, files);
        System.out.printf("%,d files, %d MB, %s%n", files, corpus.megabytes(), machine());
        Comparison comparison = among(BARE, ISOLATED, SERVER, WHOLE);
        comparison.run(warmUp, corpus, ROUNDS);
        comparison.print();
        comparison.printRatio(ISOLATED, BARE, 0.8);
        comparison.printRatio(WHOLE, BARE, 0.5);
        comparison.printRatio(WHOLE, SERVER, 1.5);
        if (sides.get(WHOLE) instanceof RegistryServer registry) {
            registry.printHeap();
            new IngestProfile(registry).print(corpus, ROUNDS + 1, folder);
        }
    }

    private void measurePictures() throws Exception {
        Corpus warmUp = Corpus.ofPictures(folder.resolve("first-pictures"), PICTURES, PROCESSORS);
        Corpus pictures = Corpus.ofPictures(folder.resolve("pictures"), 0, PICTURES);
        System.out.printf("%n%d pictures, %d MB, %s%n", PICTURES, pictures.megabytes(), machine());
        Comparison comparison = among(TESSERACT, WHOLE);
        comparison.run(warmUp, pictures, ROUNDS);
        comparison.print();
        comparison.printRatio(WHOLE, TESSERACT, 0.9);
    }

    private boolean measures(String... some) {
        return Stream.of(some).anyMatch(parts::contains);
    }

    /** Those of the sides that take part today. */
    private Comparison among(String... names) {
        Map<String, Side> some = new LinkedHashMap<>(sides);
        some.keySet().retainAll(Set.of(names));
        return new Comparison(some);
    }

    private static Path tikaServer() {
        return Path.of(System.getProperty("tika.server", "tika-server-standard.jar"));
    }

    private static String machine() throws IOException {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
        return PROCESSORS + " processors, load before " + load;
    }
}
