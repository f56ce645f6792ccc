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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/** Real and hostile files that lie outside the repository, in the folder that -Dcorpus names. */
@EnabledIfSystemProperty(named = "corpus", matches = ".+")
class CorpusIT {

    private static final Path CORPUS = Path.of(System.getProperty("corpus", ""));

    /** What of a number even a poor scan shows: the digits at its end, such as 63668/23. */
    private static final Pattern TAIL = Pattern.compile("\\d{5}(/\\d\\d|-[А-Я]{4}/\\d\\d)?$");

    private static TextExtractor extractor;

    private final List<ExtractedPage> pages = new ArrayList<>();

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

    @ParameterizedTest
    @CsvSource({
        "odd/AESkeylength256.pdf, ENCRYPTED",
        "odd/PasswordSample-128bit.pdf, ENCRYPTED",
        "odd/pdfjs_issue21579.pdf, ENCRYPTED",
        "odd/pypdf_libreoffice-writer-password.pdf, ENCRYPTED",
        "odd/testUnicodePassword.pdf, ENCRYPTED",
        "odd/testEXCEL_protected_passtika.xlsx, ENCRYPTED",
        "odd/testWORD_protected_passtika.docx, ENCRYPTED",
        "odd/testODTEncrypted.odt, ENCRYPTED",
        "odd/testWORD_truncated.docx, DAMAGED",
        "odd/qpdf_bad1.pdf, DAMAGED",
        "odd/qpdf_issue-100.pdf, DAMAGED",
        "odd/pdfjs_poppler-395-0-fuzzed.pdf, DAMAGED",
        "odd/pdfjs_REDHAT-1531897-0.pdf, DAMAGED",
        "odd/testZ_oom.Z, DAMAGED",
        "odd/test7Z_protected_passTika.7z, ENCRYPTED",
        "odd/testZipEncrypted.zip, ENCRYPTED"
    })
    void namesTheReason(Path file, Reason reason) {
        assertThat(extract(CORPUS.resolve(file)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
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
        return extractor.extract(file, file.getFileName().toString(), pages::add, member -> {});
    }

    private String text() {
        return pages.stream().map(ExtractedPage::text).collect(Collectors.joining("\n"));
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("\\s", "");
    }
}
