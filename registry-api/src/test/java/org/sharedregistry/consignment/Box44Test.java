package org.sharedregistry.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.sharedregistry.consignment.Box44.Document;

class Box44Test {

    private static final String SIGNS = "0123456789ЕАЭСEACNRUДBYабвxyz./-№";

    @Test
    void readsADocumentALineWithItsCode() {
        assertThat(Box44.read("""
                        1. 01402/0 ЕАЭС N RU Д-BY.РА01.В.12345/24 ОТ 15.03.2024
                        2) 01401 ЕАЭС BY/112 02.01. ТР004 003 00123 от 01.02.2024 до 31.01.2029
                        """).documents())
                .containsExactly(
                        new Document("01402", "ЕАЭС N RU Д-BY.РА01.В.12345/24"),
                        new Document("01401", "ЕАЭС BY/112 02.01. ТР004 003 00123"));
    }

    @Test
    void partsLinesThatWereRunTogether() {
        assertThat(Box44.read("01402/0 ЕАЭС N RU Д-BY.РА01.В.12345/24 ОТ 15.03.2024 02015/1 0012345 ОТ 02.11.2026 "
                        + "01401/0 ЕАЭС BY/112 02.01. ТР004 003 00123"))
                .isEqualTo(Box44.read("01402/0 ЕАЭС N RU Д-BY.РА01.В.12345/24; 02015/1 0012345; "
                        + "01401/0 ЕАЭС BY/112 02.01. ТР004 003 00123"));
    }

    @Test
    void findsACodeOnTheLineAboveItsNumber() {
        assertThat(Box44.read("01401/0\nЕАЭС BY/112 02.01. ТР004 003 00123").documents())
                .containsExactly(new Document("01401", "ЕАЭС BY/112 02.01. ТР004 003 00123"));
    }

    @Test
    void keepsPapersOfOtherKindsApart() {
        Box44 box = Box44.read("03011/0 12-К от 01.02.2026\n04021/0 778 от 11.02.2026\n01401/0 00123");
        assertThat(box.others()).containsExactly(new Document("03011", "12-К"), new Document("04021", "778"));
        assertThat(box.documents()).containsExactly(new Document("01401", "00123"));
    }

    @Test
    void takesNumbersWithoutCodesAndSeveralInALine() {
        assertThat(Box44.read("10283741\nЕАЭС N RU Д-BY.РА01.В.12345/24, ЕАЭС BY/112 02.01. ТР004 003 00123")
                        .documents())
                .containsExactly(
                        new Document(null, "10283741"),
                        new Document(null, "ЕАЭС N RU Д-BY.РА01.В.12345/24"),
                        new Document(null, "ЕАЭС BY/112 02.01. ТР004 003 00123"));
    }

    @RepeatedTest(200)
    void losesNothingBehindACode(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String number = IntStream.range(0, 1 + random.nextInt(20))
                .mapToObj(
                        each -> SIGNS.substring(random.nextInt(SIGNS.length())).substring(0, 1))
                .collect(Collectors.joining());
        Box44 box = Box44.read("01401/0 " + number);
        assertThat(box.documents()).isNotEmpty().allMatch(document -> number.contains(document.number()));
        assertThat(box.others()).isEmpty();
    }
}
