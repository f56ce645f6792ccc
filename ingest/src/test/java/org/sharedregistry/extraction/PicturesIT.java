package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.Extraction.Failed;
import org.sharedregistry.extraction.Extraction.Finished;
import org.sharedregistry.extraction.Extraction.Reason;

/** Formats of pictures, and what they can do to the reader. Needs Tesseract, libheif's and OpenJPEG's programs. */
class PicturesIT {

    private static final String WORDS = "Протокол 12345";
    private static final BufferedImage PROTOCOL = SampleFiles.sheet(WORDS, 200, 500);

    private static TextExtractor extractor;

    @TempDir
    private Path folder;

    private SampleFiles files;
    private SamplePictures pictures;
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
        pictures = new SamplePictures(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "LZW", "JPEG", "ZLib", "PackBits"})
    void readsATiffHoweverItIsCompressed(String compression) {
        BufferedImage picture = compression.startsWith("CCITT")
                ? SamplePictures.as(BufferedImage.TYPE_BYTE_BINARY, PROTOCOL)
                : PROTOCOL;

        assertThatItReads(pictures.tiff(picture, compression));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_INT_ARGB
            })
    void readsAPngWhateverItsPixels(int type) {
        assertThatItReads(files.picture("png", SamplePictures.as(type, PROTOCOL)));
    }

    @Test
    void readsAJpegInTheColoursOfPrint() {
        assertThatItReads(pictures.cmykJpeg(PROTOCOL));
    }

    @Test
    void readsWebp() throws IOException {
        try (InputStream webp = PicturesIT.class.getResourceAsStream("protocol.webp")) {
            assertThatItReads(files.bytes("protocol.webp", webp.readAllBytes()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "avif"})
    void readsThePicturesOfTelephones(String ending) {
        assertThatItReads(pictures.converted(PROTOCOL, ending, "heif-enc", "{in}", "-o", "{out}"));
    }

    @Test
    void readsJpeg2000InAPdf() {
        Path packed = pictures.converted(
                SamplePictures.as(BufferedImage.TYPE_BYTE_GRAY, PROTOCOL),
                "jp2",
                "opj_compress",
                "-i",
                "{in}",
                "-o",
                "{out}");

        assertThatItReads(pictures.pdf(packed, COSName.JPX_DECODE, PROTOCOL.getWidth(), PROTOCOL.getHeight()));
    }

    @Test
    void readsJbig2InAPdf() {
        assertThatItReads(pictures.pdfWithJbig2(PROTOCOL));
    }

    @Test
    void readsTheFirstPictureOfAnAnimation() {
        assertThatItReads(files.animation(PROTOCOL, SampleFiles.sheet("", 0, 0)));
    }

    @Test
    void saysWhenAPageIsEmptyOnlyBecauseItsPictureIsDamaged() {
        Path packed = files.half(files.picture("jpg", PROTOCOL));

        assertThat(recognise(pictures.pdf(files.half(packed), COSName.JPX_DECODE, 100, 100)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
        assertThat(pages).isEmpty();
    }

    @Test
    void refusesFarTooManyPixelsBeforeItUnpacksThem() {
        assertThat(extract(pictures.png(65_535, 65_535)))
                .isEqualTo(new Failed(
                        Reason.TOO_LARGE, "The picture has 65535 × 65535 pixels; at most 160 million are read."));
        assertThat(extract(pictures.png(20_000, 20_000)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void readsAPictureOfManyPixelsReduced() {
        Path bomb = pictures.png(12_000, 12_000);

        assertThat(extract(bomb)).isInstanceOf(Finished.class);
        assertThat(recognise(bomb)).isInstanceOf(Finished.class);
        assertThat(pages).extracting(ExtractedPage::source).containsExactly(Source.NONE);
    }

    @Test
    void countsNoMorePicturesThanItReads() {
        assertThat(extract(pictures.tiffOfDots(10_001, 0))).isInstanceOfSatisfying(Finished.class, finished -> {
            assertThat(finished.pages()).isEqualTo(10_000);
            assertThat(finished.metadata()).containsKey("truncated");
        });
        assertThat(extractor.recognise(folder.resolve("dots.tiff"), new TreeSet<>(Set.of(1, 10_000)), pages::add))
                .isInstanceOf(Finished.class);
    }

    @Test
    void refusesATiffThatLeadsInACircle() {
        assertThat(extract(pictures.tiffOfDots(5, 2)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
    }

    @Test
    void refusesAJpegThatBreaksOff() {
        assertThat(extract(files.half(files.picture("jpg", PROTOCOL))))
                .isEqualTo(new Failed(Reason.DAMAGED, "The picture breaks off."));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 100", "100, 0"})
    void refusesAPictureWithoutPixels(int width, int height) {
        assertThat(extract(pictures.png(width, height)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.DAMAGED));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5000", "5000, 1"})
    void findsNothingWhereNoWordHasRoom(int width, int height) {
        Path dot = pictures.png(width, height);

        assertThat(extract(dot)).isInstanceOf(Finished.class);
        assertThat(recognise(dot)).isInstanceOf(Finished.class);
        assertThat(pages).extracting(ExtractedPage::source).containsExactly(Source.NONE);
    }

    @Test
    void keepsNothingOfAPhotographWithoutWords() {
        recognise(files.picture("jpg", SamplePictures.photographOfAMachine()));

        assertThat(pages).containsExactly(new ExtractedPage(1, "", Source.NONE, List.of()));
    }

    private void assertThatItReads(Path file) {
        assertThat(extract(file))
                .isInstanceOfSatisfying(
                        Finished.class, finished -> assertThat(finished.pages()).isOne());
        assertThat(pages).extracting(ExtractedPage::source).containsExactly(Source.PENDING);
        pages.clear();
        assertThat(recognise(file)).isInstanceOf(Finished.class);
        assertThat(pages).extracting(ExtractedPage::text).containsExactly(WORDS);
    }

    private Extraction extract(Path file) {
        assertThat(Files.exists(file)).isTrue();
        Extraction end = extractor.extract(file, file.getFileName().toString(), pages::add, member -> {});
        if (end instanceof Failed) {
            assertThat(pages).isEmpty();
        }
        return end;
    }

    private Extraction recognise(Path file) {
        pages.clear();
        return extractor.recognise(file, new TreeSet<>(Set.of(1)), pages::add);
    }
}
