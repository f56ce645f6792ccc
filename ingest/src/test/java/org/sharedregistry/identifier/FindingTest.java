package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {

    private static final List<String> WORDS = List.of(
            "сертификат",
            "соответствия",
            "выдан",
            "на",
            "продукцию,",
            "декларация",
            "о",
            "холодильники",
            "(ГОСТ",
            "Р)",
            "испытаний",
            "протокол.",
            "Беларусь",
            "ТС",
            "ЕАЭС",
            "RU",
            "EAC",
            "\n",
            "\r\n\r\n",
            "—",
            "12",
            "№");

    @Test
    void pointsAtTheNumbersInAText() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<String> numbers = new SomeNumbers(random).strong();
            StringBuilder text = new StringBuilder("№ ");
            List<Integer> starts = new ArrayList<>();
            for (String number : numbers) {
                words(text, random);
                text.append("слово: ");
                starts.add(text.length());
                text.append(number).append(random.nextBoolean() ? ", " : ".\n");
            }
            words(text, random);
            List<Mention> mentions = Identifiers.find(text);
            assertThat(mentions).as("seed %d: %s", seed, text).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                Mention mention = mentions.get(i);
                assertThat(mention.raw()).as("seed %d: %s", seed, text).isEqualTo(numbers.get(i));
                assertThat(mention.start()).isEqualTo(starts.get(i));
                assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.raw());
                assertThat(mention.reading())
                        .isEqualTo(Identifiers.read(numbers.get(i)).get(0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            выдан ЕАЭС RU С-~BY.НА81.В.00123/24~на|E|RUCBYHA81B0012324
            № ЕАЭС BY/112~02.01.~ТР018 010.02~~00276|E|BY1120201TP0180100200276
            №EADC KZ~7500533.01.~01.06080.|E|KZ7500533010106080
            сертификат№RU С-BY.НА81.В.00123/24|E|RUCBYHA81B0012324
            (ИНН/КПП 7707083893/773601001)|INN|7707083893
            см. https://r.example/goods/us-BY-2026-000001-A|REG|USBY2026000001A
            """)
    void findsNumbersAcrossLinesAndBesideSigns(String text, String scheme, String body) {
        assertThat(Identifiers.find(text.replace('~', '\n')))
                .extracting(mention -> mention.reading().key())
                .containsExactly(scheme + "|" + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XRU С-BY.НА81.В.00123/24",
                "ЕАЭС RU С-BY.НА81.В.00123/245",
                "17707083893",
                "7707083893А",
                "7707083894",
                "12345",
                "от 12/10/2021",
                "8703231981",
                "цена 12.24548885 и 24548885,50",
                "8-800-24548885",
                "EAC сертификат"
            })
    void findsNothingInLongerWordsOrWeakDigits(String text) {
        assertThat(Identifiers.find(text)).isEmpty();
    }

    @Test
    void keepsOffsetsBehindSignsOfEveryLength() {
        String before = "😀 \u00AD№№ «ﬁ» \u200B\n\n\n ß ";
        String number = "ЕАЭС№ RU\u00A0 Д–CN.РА\u00AD08.В.60419/25";
        Mention mention = Identifiers.find(before + number + " 😀").get(0);
        assertThat(mention.raw()).isEqualTo(number);
        assertThat(mention.start()).isEqualTo(before.length());
        assertThat(mention.reading().key()).isEqualTo("E|RUDCNPA08B6041925");
    }

    /** Time is not asserted: a scan that is not linear would not end within the build's patience. */
    @ParameterizedTest
    @ValueSource(strings = {"RU D-", "1", "A-"})
    void endsOnAMegabyte(String piece) {
        assertThat(Identifiers.find(piece.repeat(1_000_000 / piece.length()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ЕАЭС RU Д-RU.РА01.В.",
                "1 ",
                "1.",
                "12345678/",
                "A1-",
                "  ",
                "№",
                "N ",
                "EAES ",
                "ЕАЭС ",
                "BY/112 02.01. ",
                "ТР ТС ",
                "\n",
                "POCC.",
                "KZ.",
                "a/goods/",
                "(01)",
                "\u00AD",
                "us-BY-2026-"
            })
    void endsOnTheBeginningOfANumberOverAndOver(String piece) {
        assertThat(Identifiers.find(piece.repeat(100_000 / piece.length()))).isEmpty();
    }

    private static void words(StringBuilder text, Random random) {
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
    }
}
