package org.sharedregistry.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.extraction.ExtractedPage.Rereading;
import org.sharedregistry.identifier.Ballot;
import org.sharedregistry.identifier.Elected;
import org.sharedregistry.identifier.Identifiers;
import org.sharedregistry.identifier.Mention;

/** What further readings of number lines bring. Needs Tesseract; -Dskip.ocr=true leaves it out. */
class NumbersInPicturesIT {

    private static final String NUMBER = "ЕАЭС N RU Д-GB.РА10.В.00123/24";

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTesseract() {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
    }

    @Test
    void electsANumberUnderAStampAndGuillocheThatThePlainTextMisreads() {
        assertElected(stamped(sheet()));
    }

    @Test
    void electsANumberOnAPageThatLiesAskew() {
        assertElected(TurnedPicture.of(sheet(), 4).picture());
    }

    @Test
    void readsNothingAgainWhereNoNumberStands() {
        assertThat(read(SampleFiles.sheet("Код ТН ВЭД ЕАЭС: 3303001000", 100, 500), Map.of())
                        .rereadings())
                .isEmpty();
    }

    @Test
    void readsNothingAgainWhenToldSo() {
        assertThat(read(sheet(), Map.of("preparation", "")).rereadings()).isEmpty();
    }

    @Test
    void readsAgainAsToldAlone() {
        assertThat(read(sheet(), Map.of("preparation", "latin")).rereadings()).hasSize(1);
    }

    private void assertElected(BufferedImage picture) {
        ExtractedPage page = read(picture, Map.of());
        assertThat(Identifiers.find(page.text()))
                .extracting(Mention::reading)
                .noneMatch(reading -> reading.display().equals(NUMBER));
        assertThat(page.rereadings()).hasSize(Preparation.values().length);
        Rereading first = page.rereadings().get(0);
        List<Elected> elected = Ballot.numbers(
                page.text().substring(first.start(), first.end()),
                page.rereadings().stream().map(Rereading::text).toList());
        assertThat(elected).singleElement().satisfies(each -> {
            assertThat(each.reading().display()).isEqualTo(NUMBER);
            assertThat(each.isSure()).isTrue();
        });
    }

    private ExtractedPage read(BufferedImage picture, Map<String, Object> settings) {
        List<ExtractedPage> pages = new ArrayList<>();
        try (TextExtractor extractor = new TextExtractor(SomeSettings.with(folder.resolve("parsers"), settings))) {
            extractor.recognise(new SampleFiles(folder).picture("png", picture), new TreeSet<>(Set.of(1)), pages::add);
        }
        return pages.get(0);
    }

    private static BufferedImage sheet() {
        BufferedImage sheet = SampleFiles.sheet("Декларация " + NUMBER, 60, 500);
        Graphics2D paper = sheet.createGraphics();
        for (int line = 0; line < 6; line++) {
            BufferedImage text = SampleFiles.sheet("Заявитель отвечает за изделие по договору", 60, 100)
                    .getSubimage(0, 40, sheet.getWidth(), 80);
            paper.drawImage(text, 0, 700 + 100 * line, null);
        }
        paper.dispose();
        return sheet;
    }

    /** With pale waves over all and a round blue stamp over the number. */
    private static BufferedImage stamped(BufferedImage sheet) {
        Graphics2D paper = sheet.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper.setColor(new Color(120, 200, 255, 110));
        paper.setStroke(new BasicStroke(2));
        for (int y = 0; y < sheet.getHeight(); y += 9) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(0, y);
            for (int x = 0; x < sheet.getWidth(); x += 10) {
                wave.lineTo(x, y + 12 * Math.sin(x / 40.0));
            }
            paper.draw(wave);
        }
        paper.setColor(new Color(60, 90, 255, 150));
        paper.setStroke(new BasicStroke(6));
        paper.drawOval(700, 380, 240, 240);
        paper.drawOval(740, 420, 160, 160);
        paper.dispose();
        return sheet;
    }
}
