package org.sharedregistry.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.Extraction.Finished;

/** What is read of office files and letters, and how their pages are numbered. */
class OfficeFilesIT {

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private SampleOffice office;
    private final List<String> pages = new ArrayList<>();
    private final List<String> members = new ArrayList<>();

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
        office = new SampleOffice(folder);
    }

    @Test
    void readsHiddenSheetsTooEachAsAPageUnderItsName() {
        for (String ending : List.of("xls", "xlsx")) {
            pages.clear();
            assertThat(extract(office.workbookWithHiddenSheets(ending)).paged()).isTrue();
            assertThat(pages).as(ending).hasSize(3);
            assertThat(pages.get(0)).startsWith("Открытый").endsWith("на листе Открытый");
            assertThat(pages.get(1)).startsWith("Скрытый").endsWith("на листе Скрытый");
            assertThat(pages.get(2)).startsWith("Тайный").endsWith("на листе Тайный");
        }
    }

    @Test
    void readsSheetsAndSlidesOfOpenDocumentAsPages() {
        extract(office.openSheets("Станки", "6Р12", "Насосы", "К 80-50"));
        assertThat(pages).containsExactly("Станки\n6Р12", "Насосы\nК 80-50");
        pages.clear();
        extract(office.openSlides("Доля", "Итоги"));
        assertThat(pages).containsExactly("Доля", "Итоги");
    }

    @Test
    void readsOldSlidesAsPages() {
        extract(office.oldSlides("Доля", "Итоги"));
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("Доля").doesNotContain("Итоги");
    }

    @Test
    void saysThatTheLetterOfAWordProcessorHasNoPagesYet() {
        assertThat(extract(files.letter("Письмо")).paged()).isFalse();
        assertThat(extract(office.richText("Письмо")).paged()).isFalse();
        assertThat(extract(office.openDocument("odt", "text", "<text:p>Письмо</text:p>"))
                        .paged())
                .isFalse();
        assertThat(pages).containsExactly("Письмо", "Письмо", "Письмо");
        assertThat(extract(files.pdf("Письмо")).paged()).isTrue();
    }

    @Test
    void takesAFileOutOfALetterButNotItsPictures() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(SampleFiles.sheet("Штамп", 10, 100), "png", png);
        byte[] workbook = Files.readAllBytes(files.workbook("Станки", "Фрезерный"));
        extract(office.letterWith("Письмо", "xlsx", workbook, png.toByteArray()));

        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).startsWith("Письмо");
        assertThat(members).containsExactly("file1.xlsx: " + workbook.length);
    }

    @Test
    void takesTheAttachmentsOfAPdf() {
        extract(files.pdfWithAttachment("Сертификат", "приложение.txt", "внутри".getBytes(UTF_8)));
        assertThat(pages).containsExactly("Сертификат");
        assertThat(members).containsExactly("приложение.txt: 12");
    }

    @Test
    void readsALetterOfOutlookWithItsAttachments() {
        extract(office.outlookLetter(
                "Завод", "Орган", "Протокол № 5", "Прилагаем протокол.", Map.of("протокол.pdf", new byte[] {1, 2, 3})));
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("Протокол № 5", "Завод", "Орган", "Прилагаем протокол.");
        assertThat(members).containsExactly("протокол.pdf: 3");
    }

    private Finished extract(Path file) {
        return assertThat(extractor.extract(
                        file,
                        file.getFileName().toString(),
                        page -> pages.add(page.text()),
                        member -> members.add(member.name() + ": " + sizeOf(member.file()))))
                .asInstanceOf(type(Finished.class))
                .actual();
    }

    private static long sizeOf(Path file) {
        try (Stream<Path> found = Files.walk(file)) {
            return found.mapToLong(each -> each.toFile().length()).sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
