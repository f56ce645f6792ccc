package org.sharedregistry.extraction;

import static com.google.zxing.BarcodeFormat.CODE_128;
import static com.google.zxing.BarcodeFormat.DATA_MATRIX;
import static com.google.zxing.BarcodeFormat.EAN_13;
import static com.google.zxing.BarcodeFormat.ITF;
import static com.google.zxing.BarcodeFormat.QR_CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.extraction.ExtractedPage.Code;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Finished;

/** Codes on pages, as ZXing writes them. Needs Tesseract; -Dskip.ocr=true leaves it out. */
class CodesIT {

    private static final String ADDRESS = "https://registry.example/declarations/12345678";
    private static final String MARK = "0104810268034508215abcDE\u001D93dGVz";

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private final List<ExtractedPage> pages = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path parsers) {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
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

    @ParameterizedTest
    @ValueSource(doubles = {0, 90, 180, 270, 3, -4})
    void readsEveryKindOfCodeWhicheverWayThePageLies(double degrees) {
        recognise(files.picture("png", everyKind().turned(degrees)));

        assertThat(texts())
                .containsExactlyInAnyOrder(
                        "QR_CODE " + ADDRESS,
                        "DATA_MATRIX " + MARK,
                        "EAN_13 4810268034503",
                        "CODE_128 ABC-12345",
                        "ITF 14810268034500");
    }

    @Test
    void readsCodesOnFadedPaper() {
        recognise(files.picture("png", everyKind().faded()));

        assertThat(texts()).contains("QR_CODE " + ADDRESS, "DATA_MATRIX " + MARK, "EAN_13 4810268034503");
    }

    @Test
    void saysWhereACodeStands() {
        recognise(files.scannedPdf(
                "Титул",
                SampleCodes.on("Протокол")
                        .with(QR_CODE, ADDRESS, 620, 877, 310, 310)
                        .sheet()));

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.text()).isEqualTo("Протокол");
            Code code = page.codes().get(0);
            // To the width of the cells in which it is looked for, and a margin of one.
            assertThat(code.left()).isCloseTo(0.5f, within(0.06f));
            assertThat(code.top()).isCloseTo(0.5f, within(0.06f));
            assertThat(code.right()).isCloseTo(0.75f, within(0.06f));
            assertThat(code.bottom()).isCloseTo(0.68f, within(0.06f));
        });
    }

    @Test
    void tellsTwoCodesOfOneKindApart() {
        recognise(files.picture(
                "png",
                SampleCodes.on("")
                        .with(QR_CODE, "first", 200, 300, 200, 200)
                        .with(QR_CODE, "second", 700, 300, 200, 200)
                        .sheet()));

        assertThat(texts()).containsExactlyInAnyOrder("QR_CODE first", "QR_CODE second");
    }

    @Test
    void keepsTheCodesOfAPageWithoutWords() {
        recognise(files.picture(
                "png",
                SampleCodes.on("").with(QR_CODE, ADDRESS, 400, 400, 400, 400).sheet()));

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.source()).isEqualTo(Source.NONE);
            assertThat(page.codes()).extracting(Code::text).containsExactly(ADDRESS);
        });
    }

    @Test
    void findsNoneWhereNoneIs() {
        recognise(files.picture("jpg", SamplePictures.photographOfAMachine()));
        assertThat(pages)
                .singleElement()
                .satisfies(page -> assertThat(page.codes()).isEmpty());

        recognise(files.picture("png", SampleFiles.sheet("||||| ▌▌▌ ||| ▌▌ |||||||", 200, 500)));
        assertThat(pages)
                .singleElement()
                .satisfies(page -> assertThat(page.codes()).isEmpty());
    }

    @Test
    void leavesNoControlCharactersInACode() {
        recognise(files.picture(
                "png",
                SampleCodes.on("")
                        .with(QR_CODE, "a\u0000b\u001Fc", 400, 400, 400, 400)
                        .sheet()));

        assertThat(texts()).containsExactly("QR_CODE abc");
    }

    @Test
    void readsACodeThatIsPutOnAWrittenPage() {
        BufferedImage bare = SampleCodes.bare(QR_CODE, ADDRESS);
        Path file = SampleCodes.added(files.pdf("Сертификат соответствия"), bare, 300, 600, 90);

        assertThat(extractor.extract(file, "written.pdf", pages::add, member -> {}))
                .isInstanceOf(Finished.class);
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.source()).isEqualTo(Source.TEXT);
            Code code = page.codes().get(0);
            assertThat(code.text()).isEqualTo(ADDRESS);
            assertThat(code.left()).isCloseTo(300 / 595f, within(0.03f));
            assertThat(code.right()).isCloseTo(390 / 595f, within(0.03f));
            assertThat(code.top()).isCloseTo(1 - 690 / 842f, within(0.03f));
            assertThat(code.bottom()).isCloseTo(1 - 600 / 842f, within(0.03f));
        });
    }

    private static SampleCodes everyKind() {
        return SampleCodes.on("Протокол")
                .with(QR_CODE, ADDRESS, 150, 700, 220, 220)
                .with(DATA_MATRIX, MARK, 800, 700, 160, 160)
                .with(EAN_13, "4810268034503", 150, 1100, 380, 120)
                .with(CODE_128, "ABC-12345", 700, 1100, 400, 120)
                .with(ITF, "14810268034500", 150, 1400, 420, 110);
    }

    private void recognise(Path file) {
        pages.clear();
        int last = file.toString().endsWith(".pdf") ? 2 : 1;
        assertThat(extractor.recognise(file, new TreeSet<>(Set.of(last)), pages::add))
                .isInstanceOf(Finished.class);
    }

    private List<String> texts() {
        return pages.stream()
                .flatMap(page -> page.codes().stream())
                .map(code -> code.format() + " " + code.text())
                .toList();
    }
}
