package org.sharedregistry.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sharedregistry.extraction.ExtractedPage;

/** What holds of any paper, tried on pages of lines and rubbish in any order. */
class PaperPropertiesTest {

    private static final List<String> LINES = List.of(
            "СЕРТИФИКАТ СООТВЕТСТВИЯ",
            "ДЕКЛАРАЦИЯ О СООТВЕТСТВИИ",
            "ПРОТОКОЛ ИСПЫТАНИЙ № 12-А/25 от 01.02.2025",
            "Регистрационный номер ЕАЭС RU С-BY.НА81.В.00123/24",
            "ЕАЭС BY/112 02.01. ТР018 010.02 00276",
            "Изготовитель ООО «Ромашка», ИНН 7707083893",
            "Заявитель: ОАО «Свислочь», УНП 200988541",
            "модели: А-1, Б-2; В-3",
            "Код ТН ВЭД ЕАЭС 8450111100",
            "ТР ТС 004/2011 ГОСТ IEC 60335-1-2015",
            "Срок действия с 01.04.2025 по 31.03.2030",
            "испытательной лабораторией «Днепр» RA.RU.21ЖД98",
            "№ № N Ne / - . , ; ( « \" 00 2024",
            "𝟙𝟚𝟛 合格 ՀԱՎ Ǆ ß ﬃ \u00a0\u2003 İ");

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void offsetsAndBoxesPointAtWhatWasRead(long seed) {
        ExtractedPage page = Scan.page(1, text(new Random(seed)), 90);
        PaperReader reader = new PaperReader();
        reader.read(page);

        for (Particular found : reader.paper().particulars()) {
            assertThat(page.text().substring(found.start(), found.end())).isEqualTo(found.raw());
            assertThat(found.boxes()).isNotEmpty();
            assertThat(found.boxes().get(0).left()).isLessThanOrEqualTo(Scan.box(found.start()));
            assertThat(found.boxes().get(found.boxes().size() - 1).right())
                    .isGreaterThanOrEqualTo(Scan.box(found.end()));
        }
    }

    private static String text(Random random) {
        List<String> lines = new ArrayList<>(LINES);
        Collections.shuffle(lines, random);
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(0, 3 + random.nextInt(lines.size() - 3))) {
            String damaged = random.nextInt(4) > 0 ? line : damaged(line, random);
            text.append(damaged).append(random.nextBoolean() ? "\n" : " ");
        }
        return text.toString();
    }

    private static String damaged(String line, Random random) {
        StringBuilder damaged = new StringBuilder(line);
        for (int i = 0; i < 3; i++) {
            damaged.setCharAt(random.nextInt(damaged.length()), "0OЗ3 .\n/|Ф".charAt(random.nextInt(10)));
        }
        return damaged.toString();
    }
}
