package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/** What is read of which kind of file as text. */
class TextExtractorIT {

    private static final String DECLARATION = "Декларация о соответствии ЕАЭС N RU Д-BY.РА01.В.12345/24";

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private final List<ExtractedPage> pages = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        extractor.close();
    }

    @BeforeEach
    void makeFiles() {
        files = new SampleFiles(folder);
    }

    @Test
    void givesThePagesOfAPdfInOrder() {
        Extraction end = extract(files.pdf("Первая", "", DECLARATION));

        assertThat(end).isEqualTo(new Finished("application/pdf", 3, metadata(end)));
        assertThat(pages)
                .containsExactly(
                        new ExtractedPage(1, "Первая", Source.TEXT, List.of()),
                        new ExtractedPage(2, "", Source.NONE, List.of()),
                        new ExtractedPage(3, DECLARATION, Source.TEXT, List.of()));
    }

    @Test
    void leavesAPageThatIsAPictureToTheRecogniser() {
        extract(files.scannedPdf("Титул", SampleFiles.sheet("Протокол", 100, 200)));

        assertThat(pages).extracting(ExtractedPage::source).containsExactly(Source.TEXT, Source.PENDING);
    }

    @Test
    void readsEverySheetAsAPage() {
        extract(files.workbook("Станки", "Фрезерный 6Р12", "Насосы", "Центробежный К 80-50"));

        assertThat(pages).extracting(ExtractedPage::number).containsExactly(1, 2);
        assertThat(pages.get(0).text()).startsWith("Станки").endsWith("Фрезерный 6Р12");
        assertThat(pages.get(1).text()).startsWith("Насосы").endsWith("Центробежный К 80-50");
    }

    @Test
    void readsASlideWithItsNotesAsAPage() {
        extract(files.slides("Локализация", "Сказать о доле", "Итоги", "Поблагодарить"));

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).text()).contains("Локализация", "Сказать о доле");
        assertThat(pages.get(1).text()).contains("Итоги", "Поблагодарить").doesNotContain("Локализация");
    }

    @Test
    void readsALetterAsOnePage() {
        assertThat(extract(files.letter(DECLARATION))).isInstanceOf(Finished.class);
        assertThat(pages).containsExactly(new ExtractedPage(1, DECLARATION, Source.TEXT, List.of()));
    }

    @Test
    void readsRussianInEveryEncodingThatIsAround() {
        String text = "Протокол испытаний станка фрезерного. Изготовитель: завод в Витебске, Республика Беларусь.";
        for (Charset encoding : List.of(
                UTF_8, UTF_16, Charset.forName("windows-1251"), Charset.forName("KOI8-R"), Charset.forName("cp866"))) {
            pages.clear();
            extract(files.bytes("protocol.txt", text.getBytes(encoding)));
            assertThat(pages)
                    .as(encoding.name())
                    .extracting(ExtractedPage::text)
                    .containsExactly(text);
        }
    }

    @Test
    void readsShortTextsWithoutAMarkOfTheirEncoding() {
        String text = "Пратакол выпрабаванняў станка № 5";
        for (Charset encoding : List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-1251"))) {
            pages.clear();
            extract(files.bytes("protocol.txt", text.getBytes(encoding)));
            assertThat(pages)
                    .as(encoding.name())
                    .extracting(ExtractedPage::text)
                    .containsExactly(text);
        }
    }

    @Test
    void readsTheTitleAndTextOfHtmlInTheEncodingItDeclaresOrNot() {
        String html = "<html><head>@<title>Сертификат</title><style>p {}</style></head>"
                + "<body><script>var hidden;</script><p>Станок фрезерный</p></body></html>";
        for (String encoding : List.of("windows-1251", "KOI8-R", "UTF-8", "UTF-16LE")) {
            for (String declared : List.of("", "<meta charset=\"" + encoding + "\">")) {
                pages.clear();
                extract(files.bytes("page.html", html.replace("@", declared).getBytes(Charset.forName(encoding))));
                assertThat(pages)
                        .as("%s %s", encoding, declared)
                        .extracting(ExtractedPage::text)
                        .containsExactly("Сертификат\nСтанок фрезерный");
            }
        }
    }

    @Test
    void readsWhatIsFilledIntoAFormOnItsPage() {
        extract(new SampleForms(folder).filledIn("Заявитель", "Завод", "Изделие", "Станок"));

        assertThat(pages).extracting(ExtractedPage::text).containsExactly("Заявитель: Завод", "Изделие: Станок");
    }

    @Test
    void cutsALongTextIntoPages() {
        String text = IntStream.rangeClosed(1, 30_000)
                .mapToObj(line -> "строка номер " + line)
                .collect(Collectors.joining("\n"));
        extract(files.bytes("long.txt", text.getBytes(UTF_8)));

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().map(ExtractedPage::text).collect(Collectors.joining("\n")))
                .isEqualTo(text);
    }

    @Test
    void readsAPdfThatOnlyForbidsCopying() {
        extract(files.lockedPdf("owner", "", DECLARATION));

        assertThat(pages).extracting(ExtractedPage::text).containsExactly(DECLARATION);
    }

    @Test
    void namesAPasswordAsTheReason() {
        assertFails(files.lockedPdf("owner", "secret", DECLARATION), Reason.ENCRYPTED);
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertFails(files.bytes("empty.pdf"), Reason.EMPTY);
    }

    @Test
    void judgesAFileByItsBytesAndNotByItsName() {
        Failed failed = assertFails(files.bytes("declaration.pdf", "only text".getBytes(UTF_8)), Reason.DAMAGED);
        assertThat(failed.detail()).isEqualTo("The file is named .pdf but holds text/plain.");
    }

    @Test
    void saysThatAFileIsDamaged() {
        assertFails(files.half(files.letter(DECLARATION.repeat(100))), Reason.DAMAGED);
        assertFails(files.half(files.workbook("Станки", DECLARATION)), Reason.DAMAGED);
        assertFails(files.bytes("broken.pdf", "%PDF-1.7\n1 0 obj".getBytes(UTF_8)), Reason.DAMAGED);
        assertFails(
                files.bytes(
                        "broken.tiff",
                        (byte) 'I',
                        (byte) 'I',
                        (byte) 42,
                        (byte) 0,
                        (byte) 8,
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        (byte) 1,
                        (byte) 0),
                Reason.DAMAGED);
    }

    @Test
    void refusesUnknownFiles() {
        assertFails(files.bytes("unknown.bin", new byte[] {1, 2, 3, 4, 5, 0, 0, 7}), Reason.UNSUPPORTED);
    }

    @Test
    void stopsAtTheLimitsAndSaysSo(@TempDir Path parsers) {
        try (TextExtractor bounded = new TextExtractor(
                SomeSettings.bounded(parsers.resolve("bounded"), /* pages= */ 2, /* characters= */ 1_000))) {
            Extraction end = bounded.extract(files.pdf("one", "two", "three"), "three.pdf", pages::add, member -> {});
            assertThat(metadata(end)).containsKey("truncated");
            assertThat(pages).extracting(ExtractedPage::text).containsExactly("one", "two");

            pages.clear();
            end = bounded.extract(
                    files.bytes("long.txt", "word ".repeat(1_000).getBytes(UTF_8)), "", pages::add, member -> {});
            assertThat(metadata(end)).containsKey("truncated");
            assertThat(pages.stream().mapToInt(page -> page.text().length()).sum())
                    .isBetween(900, 1_000);
        }
    }

    @Test
    void leavesOutWhatIsEmbedded() {
        extract(files.pdfWithAttachment("Сертификат", "hidden.txt", "спрятано".getBytes(UTF_8)));

        assertThat(pages).extracting(ExtractedPage::text).containsExactly("Сертификат");
    }

    private Extraction extract(Path file) {
        return extractor.extract(file, file.getFileName().toString(), pages::add, member -> {});
    }

    private Failed assertFails(Path file, Reason reason) {
        Failed failed = assertThat(extract(file))
                .as("%s", file.getFileName())
                .asInstanceOf(type(Failed.class))
                .actual();
        assertThat(failed.reason()).as("%s: %s", file.getFileName(), failed).isEqualTo(reason);
        assertThat(failed.detail()).hasLineCount(1).doesNotContain(folder.toString(), "Exception", "org.");
        return failed;
    }

    private static Map<String, String> metadata(Extraction end) {
        return assertThat(end).asInstanceOf(type(Finished.class)).actual().metadata();
    }
}
