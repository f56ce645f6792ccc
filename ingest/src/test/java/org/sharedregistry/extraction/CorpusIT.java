package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;

/**
 * Real and hostile files that lie outside the repository, in the folder that -Dcorpus names. -Dapprove=true writes anew
 * how they end; read the difference before committing it.
 */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusIT {

    private static final Path CORPUS = Path.of(System.getProperty("corpus", ""));

    private static final Path APPROVED = Path.of("src/test/resources/org/sharedregistry/extraction/corpus.csv");
    private static final String COLUMNS = "file;end;type;pages;text;pending;none;members";

    /** What of a number even a poor scan shows: the digits at its end, such as 63668/23. */
    private static final Pattern TAIL = Pattern.compile("\\d{5}(/\\d\\d|-[А-Я]{4}/\\d\\d)?$");

    private static TextExtractor extractor;

    private final List<ExtractedPage> pages = new ArrayList<>();
    private int members;

    @BeforeAll
    static void start(@TempDir Path parsers) {
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void endsInAnOutcome(Path file) {
        Extraction end = extract(file);

        assertThat(pages).extracting(ExtractedPage::number).isSorted().doesNotHaveDuplicates();
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.text()).doesNotContain("\0");
            assertThat(page.text().isEmpty()).isEqualTo(page.source() != Source.TEXT);
        });
        if (end instanceof Finished finished) {
            assertThat(pages).hasSize(finished.pages());
        } else {
            assertThat(((Failed) end).reason().mayPass()).as("%s", end).isFalse();
            assertThat(((Failed) end).detail()).doesNotContain("Exception", "org.", "/tmp");
        }
    }

    /** A line a file: how it ended, what it is, its pages and where their text comes from, its members. */
    @Test
    void endsAsApproved() throws IOException {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        for (Path file : everyFile().toList()) {
            pages.clear();
            members = 0;
            lines.add(CORPUS.relativize(file) + ";" + told(extract(file)));
        }
        if (Boolean.getBoolean("approve")) {
            Files.write(APPROVED, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(APPROVED));
    }

    private String told(Extraction end) {
        if (end instanceof Failed failed) {
            return failed.reason() + ";;;;;;";
        }
        Finished finished = (Finished) end;
        Map<Source, Long> sources =
                pages.stream().collect(Collectors.groupingBy(ExtractedPage::source, Collectors.counting()));
        return Stream.of(
                        finished.metadata().containsKey("damaged")
                                ? "DAMAGED_IN_PART"
                                : finished.metadata().containsKey("truncated") ? "TRUNCATED" : "READ",
                        finished.mediaType(),
                        finished.pages(),
                        sources.getOrDefault(Source.TEXT, 0L),
                        sources.getOrDefault(Source.PENDING, 0L),
                        sources.getOrDefault(Source.NONE, 0L),
                        members)
                .map(String::valueOf)
                .collect(Collectors.joining(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "odd/testPDF_bad_page_303226.pdf, 19, 19, Drug Enforcement Administration",
        "odd/testPDF_protected.pdf, 41, 41, References",
        "odd/testPDF_no_extract_no_accessibility_owner_empty.pdf, 1, 1, Hello World",
        "odd/protect.xlsx, 3, 3, Лист1",
        "odd/russian.cp866.txt, 1, 1, зимнюю пору",
        "odd/big-preamble.html, 1, 1, Недвижимость",
        "odd/testDOTM.dotm, 1, 1, Мендель",
        "real/Сертификат соответствия.pdf, 2, 0, ''",
        "real/crownstone_installation_instructions.pdf, 2, 2, EN 60669-1:2018",
        "real/vendor-catalogue_bitrix_all_products.csv, 1, 1, КАТЕГОРИЯ"
    })
    void readsTheText(Path file, int count, int withText, String words) {
        extract(CORPUS.resolve(file));

        assertThat(pages).hasSize(count);
        assertThat(pages).filteredOn(page -> page.source() == Source.TEXT).hasSize(withText);
        assertThat(text()).contains(words);
    }

    @ParameterizedTest
    @MethodSource("filesWithTruth")
    void findsWhatAPersonReadInIt(Path file, List<String> truth) {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
        extract(file);
        SortedSet<Integer> pictures = pages.stream()
                .filter(page -> page.source() == Source.PENDING)
                .map(ExtractedPage::number)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(extractor.recognise(file, pictures, pages::add)).isInstanceOf(Finished.class);

        assertThat(withoutSpaces(text())).contains(truth);
    }

    static Stream<Path> everyFile() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("real", "odd")) {
            try (Stream<Path> held = Files.list(CORPUS.resolve(folder))) {
                held.sorted().forEach(files::add);
            }
        }
        return files.stream();
    }

    /** Of each file the end of its number and the codes of its goods. */
    static Stream<Arguments> filesWithTruth() throws IOException {
        Map<Path, List<String>> truths = new HashMap<>();
        for (String row : Files.readAllLines(CORPUS.resolve("TRUTH.csv"))) {
            String[] fields = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            Matcher tail = TAIL.matcher(fields[2]);
            if (tail.find()) {
                truths.put(
                        CORPUS.resolve(fields[0]),
                        Stream.of(tail.group(), fields[5], fields[6])
                                .filter(field -> !field.isEmpty())
                                .toList());
            }
        }
        return truths.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private Extraction extract(Path file) {
        return extractor.extract(file, file.getFileName().toString(), pages::add, member -> members++);
    }

    private String text() {
        return pages.stream().map(ExtractedPage::text).collect(Collectors.joining("\n"));
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }
}
