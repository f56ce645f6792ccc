package org.sharedregistry.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {

    private static final int ROUNDS = 100;

    /** What each sign is taken for, in either direction. */
    private static final Map<Character, String> CONFUSIONS = Map.ofEntries(
            Map.entry('0', "ОO"),
            Map.entry('3', "З"),
            Map.entry('6', "Б"),
            Map.entry('4', "Ч"),
            Map.entry('1', "IlІ"),
            Map.entry('8', "ВB"),
            Map.entry('5', "S"),
            Map.entry('О', "0"),
            Map.entry('З', "3"),
            Map.entry('Б', "6"),
            Map.entry('Ч', "4"),
            Map.entry('В', "8"),
            Map.entry('B', "8"),
            Map.entry('S', "5"));

    @Test
    void seesThroughOneOrTwoConfusedSigns() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            for (String number : new SomeNumbers(random).documents()) {
                assertSeenThrough(number, confused(number, 1 + random.nextInt(2), random), seed);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "number_examples.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void seesThroughConfusedSignsInWhatWasSeenInTheField(
            String typed, String country, String note, String folded, String key, String expected) {
        if (expected.equals("parse")) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Random random = new Random(seed);
                assertSeenThrough(typed, confused(typed, 1 + random.nextInt(2), random), seed);
            }
        }
    }

    private static void assertSeenThrough(String number, String typed, int seed) {
        Likeness meant = likenessOfKey(number);
        Likeness likeness = Likeness.of(typed);
        assertThat(likeness.skeleton())
                .as("%s for %s, seed %d", typed, number, seed)
                .isEqualTo(meant.skeleton());
        assertThat(likeness.confusions(meant).orElseThrow())
                .as("%s for %s, seed %d", typed, number, seed)
                .isBetween(0, 2);
    }

    @Test
    void keepsNumbersApartThatDifferOtherwise() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            List<Likeness> documents = new SomeNumbers(random)
                    .documents().stream().map(LikenessTest::likenessOfKey).toList();
            for (Likeness one : documents) {
                assertThat(documents.stream()
                                .filter(other -> one.confusions(other).isPresent()))
                        .as("seed %d: %s", seed, one)
                        .containsOnly(one);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ЕАЭС RU С-BY.НА81.В.00123/24, 00123/24",
        "ЕАЭС RU С-BY.НА81.В.00123 / 24, 00123/24",
        "ЕАЭС RU С-BY.НА81.В.00I23/24, 00123/24",
        "С-BY.НА81.00123/24, 00123/24",
        "00123/24, 00123/24",
        "ТС RU С-KR.МТ25.В.04250, 04250",
        "ЕАЭС BY/112 02.01. ТР018 010.02 00276, 00276",
        "ЕАЭС KZ 7500533.01.01.06080, 06080",
        "ЕАЭС KG417/18.Д.0000338, 0000338",
        "ЕАЭС AM-008/S.A-0175-2018, 0175-2018",
        "ЕР-BY-2026-000417, 000417",
    })
    void takesSerialAndYearFromTheEnd(String number, String tail) {
        assertThat(Likeness.of(number).tails()).contains(tail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3857\\1\\2021", "1234", "сертификат", "00123/24 и другие"})
    void takesNoTailFromWhatEndsOtherwise(String number) {
        assertThat(Likeness.of(number).tails()).isEmpty();
    }

    @Test
    void countsConfusedSignsAndAgreeingOnes() {
        Likeness meant = Likeness.of("ЕАЭС RU С-BY.НА81.В.00123/24");
        assertThat(Likeness.of("ЕАЭС RU С-8Y.НА8l.В.00123/24").confusions(meant))
                .hasValue(2);
        assertThat(Likeness.of("РОСС RU С-BY.НА81.В.00123/24").confusions(meant))
                .hasValue(0);
        assertThat(Likeness.of("ЕАЭС RU С-BY.НА82.В.00123/24").confusions(meant))
                .isEmpty();
        assertThat(Likeness.of("ЕАЭС RU С-BY.НА82.В.00123/24").commonBeginning(meant))
                .isEqualTo("RUCBYHA8".length());
    }

    private static Likeness likenessOfKey(String number) {
        String key = Identifiers.read(number).get(0).key();
        return Likeness.of(key.substring(key.indexOf('|') + 1));
    }

    /** The number with some of its signs taken for others. */
    private static String confused(String number, int count, Random random) {
        List<Integer> places = IntStream.range(0, number.length())
                .filter(i -> CONFUSIONS.containsKey(number.charAt(i)))
                .boxed()
                .toList();
        StringBuilder typed = new StringBuilder(number);
        for (int i = 0; i < Math.min(count, places.size()); i++) {
            int place = places.get(random.nextInt(places.size()));
            String others = CONFUSIONS.getOrDefault(number.charAt(place), "");
            typed.setCharAt(place, others.charAt(random.nextInt(others.length())));
        }
        return typed.toString();
    }
}
