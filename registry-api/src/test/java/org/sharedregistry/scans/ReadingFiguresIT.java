package org.sharedregistry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sharedregistry.paper.Certainty;
import org.sharedregistry.paper.Field;

/** How well papers are read, on a few. Needs Tesseract; -Dskip.ocr=true leaves it out. */
class ReadingFiguresIT {

    /** Every form comes once in so many, and every noise at least once. */
    private static final int SCANS = 14;

    /** The other one is under a stamp. */
    private static final int OWN_NUMBERS = 13;

    @TempDir
    private Path pages;

    @BeforeAll
    static void needsTesseract() {
        assumeFalse(Boolean.getBoolean("skip.ocr"), "Left out by -Dskip.ocr=true");
    }

    @Test
    void isSurelyWrongOfNothingOnGeneratedScans() throws IOException {
        Figures figures = ReadingFigures.figures(
                IntStream.range(0, SCANS)
                        .mapToObj(seed -> JudgedDocument.of(GeneratedScan.of(seed)))
                        .toList(),
                pages);

        assertThat(new FigureTables(figures).surelyWrong()).isEmpty();
        assertThat(figures.shown(Certainty.SURE)).isPositive();
        assertThat(figures.ofField(Field.NUMBER).found(Outcome.EXACT)).isGreaterThanOrEqualTo(OWN_NUMBERS);
    }

    @Test
    @EnabledIfSystemProperty(named = "corpus", matches = ".+")
    void isSureOfTheNumbersOfRealScans() throws IOException {
        List<JudgedDocument> registered = CorpusTruth.documents(Path.of(System.getProperty("corpus"))).stream()
                .filter(document -> isRegistered(document.expected()))
                .toList();
        assertThat(registered).hasSize(6);

        Figures numbers = ReadingFigures.figures(registered, pages).ofField(Field.NUMBER);

        assertThat(new FigureTables(numbers).surelyWrong()).isEmpty();
        assertThat(numbers.right(Certainty.SURE)).isGreaterThanOrEqualTo(4);
    }

    /** Test reports have numbers of their own making. */
    private static boolean isRegistered(Expected expected) {
        return expected.values().getOrDefault(Field.NUMBER, List.of()).stream()
                .anyMatch(number -> number.matches("(ЕАЭС|РОСС) .*"));
    }
}
