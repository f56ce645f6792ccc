package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sharedregistry.extraction.ExtractedPage.Source;
import org.sharedregistry.extraction.ExtractedPage.Word;

/** Pages that lie as they were laid on the glass, and scans that a program wrote on. Needs Tesseract. */
class UprightIT {

    private static final int LEFT = 200;
    private static final int TOP = 300;
    private static final String LETTER = """
            Протокол испытаний номер 12345
            Холодильник бытовой торговой марки
            Изготовитель завод холодильников
            Сертыфікат адпаведнасці прадукцыі
            Certificate of conformity issued
            Заключение соответствует требованиям
            """;

    private static final Pattern SPACES = Pattern.compile("\\s+");

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
    @ValueSource(ints = {0, 90, 180, 270, 2, -5, 15, 85, 184, 275})
    void readsAPictureWhicheverWayItLies(int degrees) {
        BufferedImage lying = turned(degrees);
        recognise(files.picture("png", lying), 1);

        assertThatItIsTheLetter(lying, degrees);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270, -3})
    void readsAPageOfAPdfWhicheverWayItLies(int degrees) {
        BufferedImage lying = turned(degrees);
        recognise(new SamplePictures(folder).stampedPdf(lying, ""), 1);

        assertThatItIsTheLetter(lying, degrees);
    }

    @Test
    void recognisesAScanThatHasAStampOfText() {
        String stamp = "Подписано электронной подписью, сертификат 00A1B2C3";
        Path file = new SamplePictures(folder).stampedPdf(turned(0), stamp);

        extractor.extract(file, "stamped.pdf", pages::add, member -> {});
        assertThat(pages).containsExactly(new ExtractedPage(1, stamp, Source.PENDING, List.of()));

        pages.clear();
        recognise(file, 1);
        ExtractedPage page = pages.get(0);
        assertThat(page.source()).isEqualTo(Source.OCR);
        assertThat(page.text()).startsWith(stamp + "\n\n").contains("Протокол испытаний номер 12345");
        assertThat(page.words()).extracting(word -> textOf(page, word)).contains("Протокол", "12345");
    }

    @Test
    void keepsTheTextOfAPageWhosePictureHasNoWords() {
        String caption = "Рисунок 7";
        Path file = new SamplePictures(folder).stampedPdf(SamplePictures.photographOfAMachine(), caption);
        recognise(file, 1);

        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.source()).isNotIn(Source.NONE, Source.PENDING);
            assertThat(page.text()).startsWith(caption);
        });
    }

    @Test
    void takesAFullTextOverAPictureForWhatItIs() {
        Path file = new SamplePictures(folder).stampedPdf(turned(0), "Слова, которые распознал сканер\n".repeat(20));

        extractor.extract(file, "searchable.pdf", pages::add, member -> {});

        assertThat(pages).extracting(ExtractedPage::source).containsExactly(Source.TEXT);
    }

    private void recognise(Path file, int number) {
        extractor.recognise(file, new TreeSet<>(Set.of(number)), pages::add);
    }

    private static BufferedImage turned(int degrees) {
        return TurnedPicture.of(letter(), degrees).picture();
    }

    private static BufferedImage letter() {
        List<String> lines = LETTER.lines().toList();
        BufferedImage letter = SampleFiles.sheet("", 0, 0);
        Graphics2D paper = letter.createGraphics();
        for (int i = 0; i < lines.size(); i++) {
            BufferedImage line = SampleFiles.sheet(lines.get(i), LEFT, 100).getSubimage(0, 40, letter.getWidth(), 80);
            paper.drawImage(line, 0, TOP + 100 * i, null);
        }
        paper.dispose();
        return letter;
    }

    private void assertThatItIsTheLetter(BufferedImage lying, int degrees) {
        assertThat(pages).hasSize(1);
        ExtractedPage page = pages.get(0);
        assertThat(page.text()).startsWith("Протокол испытаний номер 12345\n");
        // One word in forty may be misread or divided.
        assertThat(SPACES.split(page.text()))
                .contains("Холодильник", "Изготовитель", "Сертыфікат", "Certificate", "Заключение");
        Word first = page.words().get(0);
        // The first letter stands at LEFT, its foot 60 below TOP.
        Point2D corner = new Point2D.Double(LEFT, TOP + 60);
        AffineTransform turn = AffineTransform.getTranslateInstance(lying.getWidth() / 2.0, lying.getHeight() / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-1240 / 2.0, -1754 / 2.0);
        turn.transform(corner, corner);
        double x = corner.getX() / lying.getWidth();
        double y = corner.getY() / lying.getHeight();
        assertThat(x).isBetween(first.left() - 0.02, first.right() + 0.02);
        assertThat(y).isBetween(first.top() - 0.02, first.bottom() + 0.02);
        assertThat((first.right() - first.left())
                        * lying.getWidth()
                        * (first.bottom() - first.top())
                        * lying.getHeight())
                .as("size of the box of the first word")
                .isCloseTo(230f * 40, within(230f * 40 * 2));
        assertThat(page.words())
                .allSatisfy(word -> assertThat(word.confidence()).isBetween(50, 100));
    }

    private static String textOf(ExtractedPage page, Word word) {
        return page.text().substring(word.start(), word.end());
    }
}
