package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/** What is read of pictures. Needs Tesseract; -Dskip.ocr=true leaves it out. */
class RecognitionIT {

    private static final int LEFT = 200;
    private static final int BASELINE = 500;
    private static final BufferedImage PROTOCOL = SampleFiles.sheet("Протокол 12345", LEFT, BASELINE);
    private static final BufferedImage BELARUSIAN = SampleFiles.sheet("Сертыфікат адпаведнасці", LEFT, BASELINE);
    private static final BufferedImage ENGLISH = SampleFiles.sheet("Certificate of conformity", LEFT, BASELINE);

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private final List<ExtractedPage> pages = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
        assertThat(Tesseract.languages())
                .as("Install Tesseract with rus, bel and eng, or leave these tests out with -Dskip.ocr=true")
                .contains("rus", "bel", "eng");
        extractor = new TextExtractor(SomeSettings.in(parsers));
    }

    @AfterAll
    static void stop() {
        if (extractor != null) {
            extractor.close();
        }
    }

    @BeforeEach
    void makeFiles() {
        files = new SampleFiles(folder);
    }

    @Test
    void recognisesThePagesThatWereAskedForAndNoOthers() {
        Path file = files.scannedPdf("Титул", PROTOCOL, BELARUSIAN, ENGLISH);

        assertThat(recognise(file, 2, 4)).isInstanceOf(Finished.class);
        assertThat(pages).extracting(ExtractedPage::number).containsExactly(2, 4);
        assertThat(pages)
                .extracting(ExtractedPage::text)
                .containsExactly("Протокол 12345", "Certificate of conformity");
        assertThat(pages).extracting(ExtractedPage::source).containsOnly(Source.OCR);
    }

    @Test
    void saysWhereEachWordStands() {
        recognise(files.scannedPdf("Титул", PROTOCOL), 2);

        assertThatWordsStandWhereTheyWereDrawn();
    }

    @Test
    void readsEveryKindOfPicture() {
        for (String format : List.of("png", "jpg", "bmp", "gif", "tiff")) {
            pages.clear();
            recognise(files.picture(format, PROTOCOL), 1);
            assertThat(pages).as(format).extracting(ExtractedPage::text).containsExactly("Протокол 12345");
        }
    }

    @Test
    void readsEveryFrameOfATiff() {
        Path file = files.tiff(List.of(PROTOCOL, SampleFiles.sheet("", 0, 0), BELARUSIAN));

        extractor.extract(file, "frames.tiff", pages::add, member -> {});
        assertThat(pages)
                .extracting(ExtractedPage::source)
                .containsOnly(Source.PENDING)
                .hasSize(3);

        pages.clear();
        recognise(file, 1, 2, 3);
        assertThat(pages)
                .extracting(ExtractedPage::text)
                .containsExactly("Протокол 12345", "", "Сертыфікат адпаведнасці");
        assertThat(pages.get(1).source()).isEqualTo(Source.NONE);
    }

    @Test
    void turnsAPhotographUpright() {
        recognise(files.photographOnItsSide(PROTOCOL), 1);

        assertThatWordsStandWhereTheyWereDrawn();
    }

    @Test
    void readsAPictureThatIsLargerThanItMayBe(@TempDir Path parsers) {
        try (TextExtractor bounded =
                new TextExtractor(SomeSettings.withPixels(parsers.resolve("few-pixels"), 1_000_000))) {
            bounded.recognise(files.picture("png", PROTOCOL), new TreeSet<>(Set.of(1)), pages::add);
        }
        assertThatWordsStandWhereTheyWereDrawn();
    }

    @Test
    void goesOnBehindAPageThatCannotBeRead() {
        Path file = files.scannedPdf("Титул", PROTOCOL);

        // There is no ninth page.
        assertThat(recognise(file, 2, 9)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.DAMAGED);
            assertThat(failed.detail()).startsWith("Page 9: ");
        });
        assertThat(pages).extracting(ExtractedPage::number).containsExactly(2);
    }

    @Test
    void saysThatAPictureIsDamaged() {
        assertThat(recognise(files.half(files.picture("png", PROTOCOL)), 1))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
        assertThat(pages).isEmpty();
    }

    @Test
    void hasNothingToDoWithoutPages() {
        assertThat(recognise(files.scannedPdf("Титул", PROTOCOL)))
                .isEqualTo(new Finished("application/pdf", 2, Map.of()));
    }

    @Test
    void refusesToRecogniseWithoutALanguage(@TempDir Path parsers) {
        try (TextExtractor mute = new TextExtractor(SomeSettings.withLanguage(parsers.resolve("mute"), "xyz"))) {
            assertThat(mute.canRecognise()).isFalse();
            Path file = files.picture("png", PROTOCOL);
            assertThatIllegalStateException()
                    .isThrownBy(() -> mute.recognise(file, new TreeSet<>(Set.of(1)), pages::add))
                    .withMessageContaining("xyz");
        }
    }

    private Extraction recognise(Path file, Integer... numbers) {
        return extractor.recognise(file, new TreeSet<>(Set.of(numbers)), pages::add);
    }

    private void assertThatWordsStandWhereTheyWereDrawn() {
        assertThat(pages).hasSize(1);
        ExtractedPage page = pages.get(0);
        assertThat(page.words()).hasSize(2);
        Word first = page.words().get(0);
        Word second = page.words().get(1);
        assertThat(page.text().substring(first.start(), first.end())).isEqualTo("Протокол");
        assertThat(page.text().substring(second.start(), second.end())).isEqualTo("12345");
        assertThat(first.left()).isCloseTo((float) LEFT / PROTOCOL.getWidth(), within(0.01f));
        assertThat(first.top()).isCloseTo((BASELINE - 35f) / PROTOCOL.getHeight(), within(0.01f));
        assertThat(second.bottom()).isCloseTo((float) BASELINE / PROTOCOL.getHeight(), within(0.01f));
        assertThat(first.right()).isLessThan(second.left());
        assertThat(page.words())
                .allSatisfy(word -> assertThat(word.confidence()).isBetween(50, 100));
    }
}
